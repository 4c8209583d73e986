"""What borrowers say, several ways each, in English and Mandarin."""

from __future__ import annotations

EN: dict[str, tuple[str, ...]] = {
    "hello": (
        "Hi, what is this about?",
        "Yes?",
        "Hello",
        "Hi this is {name}",
        "Who is this?",
        "ok what is it",
    ),
    "what": ("ok. what is this about?", "Alright, what is this about?"),
    "identity": (
        "{birth} {last4}",
        "{birth} and the last four are {last4}",
        "My date of birth is {birth}, last four {last4}",
        "{birth}, {last4}",
    ),
    "identity_careful": ("{birth} {last4}",),
    "full": (
        "I can pay {amount} {day}",
        "I'll pay the full {amount} {day}",
        "I will pay {amount} {day}, the whole thing",
        "ok I can do the {amount} {day}",
        "Sorry about that. I can pay all of it, {amount}, {day}",
    ),
    "instalment": (
        "I can do {amount} {per} starting {day}",
        "Could I pay {amount} {per}? First one {day}",
        "I can't pay it all at once. I can pay {amount} {per} starting {day}",
        "Can we split it up? {amount} {per}, first payment {day}",
    ),
    "low": (
        "I can only do {amount} {per}",
        "Best I can do is {amount} {per}",
        "{amount} {per} is all I have",
    ),
    "only": (
        "That's too much for me. The most I can do is {amount} {per} starting {day}",
        "I can't do that. I can pay {amount} {per}, first one {day}",
        "No, {amount} {per} starting {day} is what I can manage",
    ),
    "only_once": (
        "That's not what I said. I can pay {amount} {day}",
        "No, I can pay {amount} {day}",
    ),
    "amount": ("{amount}", "I can pay {amount}", "{amount} would work"),
    "amount_per": ("{amount} {per}", "I can pay {amount} {per}"),
    "date": ("{day}", "I can pay {day}"),
    "yes": ("YES", "Yes", "yes", "Yes please", "yes that works", "ok yes", "Yep", "sure, yes"),
    "thanks": ("Thank you", "thanks", "Thanks, appreciate it", "ok thank you", "great, thanks"),
    "hardship": (
        "I lost my job last month, I can't pay anything right now",
        "I can't pay right now. My shop had to close and I have no income",
        "I got laid off and I have no money to pay this",
        "I was in the hospital and can't work. I can't afford to pay right now",
    ),
    "dispute": (
        "I don't owe this. I already paid it in January",
        "That amount is wrong, I dispute this debt",
        "This is not my debt, I never took this loan",
        "I dispute this. I already paid this off",
    ),
    "wrong": (
        "Wrong number",
        "You have the wrong number",
        "You've got the wrong person, I don't know who that is",
        "wrong number, please take me off your list",
    ),
    "stop": ("STOP", "Stop", "stop texting me", "STOP", "unsubscribe", "Please stop texting me"),
    "human": (
        "Can I talk to a real person?",
        "I want to speak to a person",
        "Let me talk to a human please",
        "I'd rather talk to someone. Can a person call me?",
    ),
    "robot": ("Is this a robot?", "Am I talking to a bot?", "are you a real person or a robot?"),
    "who": ("Who are you?", "What company is this?", "Who is this and how did you get my number?"),
    "vague": (
        "I'll pay when I can",
        "I will pay it soon",
        "I'll get to it when I have the money",
        "I'm going to pay, just not sure when",
    ),
    "crisis": (
        "I can't do this anymore. I don't want to live",
        "Honestly I've been thinking about killing myself over this",
        "I just want to end my life",
    ),
    "crisis_reply": ("I'm safe right now. Thank you", "ok. i'm with my sister now. thank you for answering"),
    "attorney": (
        "Talk to my attorney. I have a lawyer for this",
        "I have an attorney, contact my lawyer instead of me",
        "My lawyer is handling this, please contact my attorney",
    ),
}
ZH: dict[str, tuple[str, ...]] = {
    "hello": ("你好，请问什么事？", "您好", "我是{name}，请讲", "你是谁？", "什么事", "喂，你好"),
    "what": ("好，请问是什么事？", "那是什么事情？"),
    "identity": (
        "{birth} {last4}",
        "{birth}，后四位{last4}",
        "我的生日是{birth}，账号后四位是{last4}",
        "{birth}，{last4}",
    ),
    "identity_careful": ("{birth} {last4}",),
    "full": (
        "我{day}还{amount}",
        "我{day}一次还清，{amount}",
        "可以，{day}还{amount}",
        "不好意思忘了，我{day}把{amount}都还上",
    ),
    "instalment": (
        "我可以{per}还{amount}，从{day}开始",
        "能不能分期？{per}{amount}，{day}开始还",
        "一次还不了，{per}还{amount}行吗，从{day}开始",
        "我想分期还，{per}{amount}，第一期{day}",
    ),
    "low": ("我只能{per}还{amount}", "最多{per}{amount}", "手头紧，{per}{amount}可以吗"),
    "only": (
        "太多了，我最多{per}还{amount}，从{day}开始",
        "这个我负担不起，{per}{amount}可以，从{day}开始",
        "不行，我只能{per}还{amount}，{day}开始",
    ),
    "only_once": ("不对，我说的是{day}还{amount}", "不是，我{day}还{amount}"),
    "amount": ("{amount}", "我能还{amount}", "可以还{amount}"),
    "amount_per": ("{per}{amount}", "我可以{per}还{amount}"),
    "date": ("{day}", "{day}可以", "我{day}还"),
    "yes": ("好的", "好的", "可以", "好的，可以", "同意", "行", "好"),
    "thanks": ("谢谢", "好的，谢谢", "谢谢你", "麻烦您了，谢谢"),
    "hardship": (
        "我上个月失业了，现在实在还不起",
        "店关门了，没有收入，暂时还不了",
        "家里人生病住院，手里没钱，还不上",
        "最近被裁员了，没有钱还",
    ),
    "dispute": (
        "我不欠这笔钱，一月份已经还过了",
        "金额不对，我有异议",
        "这不是我的贷款，我没借过",
        "这笔钱我早就还清了，你们搞错了",
    ),
    "wrong": ("你打错了", "发错人了，我不认识这个人", "号码错了，不是我", "你找错人了"),
    "stop": ("退订", "TD", "别再给我发短信了", "退订", "不要再发了"),
    "human": ("转人工", "我要找人工客服", "能不能让真人跟我说？", "我想跟你们工作人员谈"),
    "robot": ("你是机器人吗？", "你是真人还是机器人", "是机器人在回复吗"),
    "who": ("你是谁？", "你们是哪家公司？", "你是哪里的，怎么有我电话"),
    "vague": ("有钱了就还", "过段时间再还吧", "我会还的，等我宽裕一点", "最近手头紧，尽快还"),
    "crisis": ("我真的撑不下去了，不想活了", "我想死，活着没意思", "不如死了算了"),
    "crisis_reply": ("我现在安全，谢谢你", "嗯，我姐姐在我身边，谢谢"),
    "attorney": (
        "请联系我的律师",
        "我已经请了律师，有事找我律师谈",
        "这件事由我的律师处理，请联系他",
    ),
}
BY_LANGUAGE = {"en": EN, "zh": ZH}
# Said word for word: a slip in these changes what they mean.
EXACT = frozenset({"yes", "stop", "identity", "identity_careful", "amount", "amount_per", "date", "crisis"})
