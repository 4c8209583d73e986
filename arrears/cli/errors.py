"""Failures whose own words are the answer."""

from arrears.adapters.evidence_signing import EvidenceKeyError
from arrears.adapters.policy_authority import AuthorityPolicyError
from arrears.adapters.policy_clocks import ClocksPolicyError
from arrears.adapters.policy_explanations import ExplanationsError
from arrears.adapters.policy_import import ImportMappingError
from arrears.adapters.policy_messages import PolicyFileError
from arrears.adapters.policy_packs import PolicyPackError
from arrears.adapters.policy_scorecard import ScorecardError
from arrears.adapters.policy_strategies import StrategyPolicyError
from arrears.adapters.portfolio_files import PortfolioFileError
from arrears.adapters.review_files import ReviewFileError, TrainingFolderError
from arrears.bootstrap import SandboxRefusedError, SimulatedClockRefusedError
from arrears.ports import ReadingFailedError
from arrears.services.decide_portfolio import NothingToDecideError
from arrears.services.export_evidence import HeadsFileError
from arrears.services.record_notice import UnusableNoticeError
from arrears.settings import SettingsError
from arrears.store.types import UnreadableError


class UsageError(ValueError):
    """The command cannot be carried out as it was given."""


EXPECTED = (
    AuthorityPolicyError,
    ClocksPolicyError,
    EvidenceKeyError,
    ExplanationsError,
    FileNotFoundError,
    HeadsFileError,
    ImportMappingError,
    NothingToDecideError,
    PolicyFileError,
    PolicyPackError,
    PortfolioFileError,
    ReadingFailedError,
    ReviewFileError,
    SandboxRefusedError,
    ScorecardError,
    SettingsError,
    SimulatedClockRefusedError,
    StrategyPolicyError,
    TrainingFolderError,
    UnreadableError,
    UnusableNoticeError,
    UsageError,
)
