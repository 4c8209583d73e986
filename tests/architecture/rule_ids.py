"""Every rule id of the compliance reference that the packs were written from."""

from __future__ import annotations

REFERENCE = frozenset([
    "USF-TIME-1", "USF-TIME-2", "USF-TIME-3", "USF-PLACE-1", "USF-WORK-1", "USF-WORK-2", "USF-BUSY-1",
    "USF-ATT-1", "USF-CEASE-1", "USF-MEDIA-1", "USF-MEDIA-2", "USF-FREQ-1", "USF-FREQ-2", "USF-FREQ-X1",
    "USF-FREQ-X2", "USF-FREQ-X3", "USF-FREQ-X4", "USF-FREQ-D", "USF-HARASS-1", "USF-OPTOUT-1",
    "USF-TEXT-60", "USF-EMAIL-1", "USF-3PD-1", "USF-3PD-2", "USF-LOC-1", "USF-LCM-1", "USF-MM-1",
    "USF-MM-2", "USF-LANG-1", "USF-LANG-2", "USF-VAL-1", "USF-VAL-2", "USF-VAL-3", "USF-VAL-4",
    "USF-OVER-1", "USF-DISP-1", "USF-DISP-2", "USF-DISP-3", "USF-TBD-1", "USF-MISREP-1", "USF-ABUSE-1",
    "USF-SOC-1", "USF-CRA-1", "USF-PAY-1", "USF-PAY-2", "USF-PAY-3", "USF-PAY-4", "REC-1", "USF-STATE",
    "TCPA-AIV-1", "TCPA-AIV-2", "TCPA-ID-1", "TCPA-ID-2", "TCPA-STOP-1", "TCPA-STOP-2", "TCPA-STOP-3",
    "TCPA-STOP-4", "TCPA-STOP-5", "TCPA-RND-1", "TCPA-TIME", "TCPA-MKT", "TCPA-NPRM", "TCPA-DMG",
    "TW-10DLC-1", "TW-10DLC-2", "TW-10DLC-3", "TW-10DLC-4", "TW-URL-1", "TW-STOP-1", "TW-STOP-2",
    "TW-STOP-3", "TW-STOP-4", "TW-CN-1", "TW-QUEUE", "MA-FREQ-1", "MA-FREQ-2", "MA-HH-1", "MA-VAL-1",
    "MA-ID-1", "NYC-FREQ-1", "NYC-ELEC-1", "NYC-REC-1", "NY-SUB-1", "NY-EMAIL-1", "CA-ROS-1",
    "CA-COM-1", "CA-ADAD-1", "CA-LIC-1", "FL-TIME-1", "WA-FREQ-1", "DC-FREQ-1", "DC-FREQ-2",
    "DC-PLAN-1", "TX-1", "SPOUSE", "OTHERS", "AI-ALL-1", "AI-CA-1", "AI-UT-1", "AI-ME-1", "AI-CO-1",
    "AI-EU-1", "AI-CN-1", "REC-US-1", "REC-US-2", "REC-LCM", "CN-TIME", "CN-FREQ-1", "CN-FREQ-2",
    "CN-3P-1", "CN-3P-2", "CN-ID-1", "CN-CONTENT", "CN-AI-1", "CN-REC-1", "CN-PLAN-1", "CN-EVAL",
    "CN-COMPL", "CN-PIPL-1", "CN-ROBOT", "CN-SCOPE", "CN-2018", "IN-TIME", "IN-2026", "UK-TIME",
    "UK-3P", "UK-DISP", "UK-PLAN", "UK-BS-1", "EU-NPL", "EU-CCD2", "PH-TIME", "SG-1", "HK-1", "AU-TIME",
    "VUL-01", "VUL-02", "VUL-03", "VUL-04", "VUL-05", "VUL-06", "VUL-07", "VUL-08", "VUL-09", "VUL-10",
    "VUL-11",
])  # fmt: skip
