"""走了 and 没了 that are no death, and those that may be one."""

from __future__ import annotations

import pytest

from arrears.domain.language.people.absences import is_only_absent


@pytest.mark.parametrize(
    "text",
    [
        "他走了 出差去了",
        "他已經走了，出國了",
        "人早走了，下班了",
        "我从那家公司走了 换工作了",
        "人没了联系",
        "老板没了影",
        "房子没了",
        "工作没了 钱也没了",
        "手机没了 换新的了",
        "他搬走了",
        "辞职走了",
        "那我让他回你",
        "等会叫她给你打电话",
        "fa le gongzi jiu huan",
        "wo xia ge yue huan 500",
    ],
)
def test_who_is_away_and_what_is_lost_is_no_death(text: str) -> None:
    assert is_only_absent(text)


@pytest.mark.parametrize(
    "text",
    [
        "他走了",
        "他上个月走了",
        "我爸没了",
        "老李人没了",
        "他走了，让他儿子跟你说",
        "房子没了，我爸也没了",
        "工作没了，老公上个月走了",
        "他去世了，在外地打工的时候",
        "出差路上出事，人没了",
        "他住院，没几天就走了，公司也没人管",
        "他再也不会回来了",
        "奶奶走了，回老家办后事",
        "奶奶走了，我回老家了",
        "老伴走了，儿子在外地打工",
        "他走了，上班路上的事",
        "ta shang ge yue zou le",
        "wo ba qushi le",
        "ta yijing bu zai le",
        "he is gone",
        "she died",
        "gone to the angels in may",
        "你好",
        "",
    ],
)
def test_what_may_be_a_death_is_none_of_these(text: str) -> None:
    assert not is_only_absent(text)


@pytest.mark.parametrize(
    "text",
    [
        "你好 这是我老公的手机 他在医院 你们是哪里",
        "this is my husband's phone, he's in the hospital",
        "he's in surgery right now",
        "he is asleep",
        "she's at work",
        "他睡着了",
        "他在上班",
        "她住院了 你们找她什么事",
        "my husband is in the icu, who is this",
    ],
)
def test_who_is_ill_asleep_or_at_work_has_not_died(text: str) -> None:
    assert is_only_absent(text)


@pytest.mark.parametrize(
    "text",
    [
        "we buried him",
        "he was in the hospital and passed",
        "he was at work when it happened, he is no longer with us",
        "he's in surgery no more, he's gone",
        "she went to the hospital and never came home",
        "he's with the lord now",
        "他不在了",
        "他在医院走了",
        "他病了很久 上个月走的",
        "他住院没挺过来",
    ],
)
def test_an_illness_that_ended_is_a_death(text: str) -> None:
    assert not is_only_absent(text)
