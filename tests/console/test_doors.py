"""Nothing is behind no door: sign-in, form tokens, roles, and what a browser may do with a page."""

from __future__ import annotations

import pytest
from fastapi.routing import APIRoute

from console.security import safe_next
from tests.builders.console import NUMBER, ORIGIN, browser_of, save_borrower, token_on

OPEN = {"/sign-in", "/healthz"}


def routes(app, method):
    """Every path of the application that answers this method, its parameter filled."""
    found = []
    waiting = list(app.routes)
    while waiting:
        route = waiting.pop()
        waiting += getattr(route, "routes", None) or []
        original = getattr(route, "original_router", None)
        waiting += [] if original is None else original.routes
        if isinstance(route, APIRoute) and method in route.methods:
            path = route.path.replace("{conversation_id}", "conversation-one").replace(
                "{turn_id}", "turn-one"
            )
            found.append(path.replace("{case_id}", "case-one").replace("{approval_id}", "approval-one"))
    return sorted(set(found))


@pytest.fixture
def talk(desk):
    with desk.store.write() as tx:
        return save_borrower(tx)


def test_the_walk_finds_the_pages_and_the_forms(stranger):
    assert {
        "/",
        "/conversations",
        "/conversations/conversation-one",
        "/cases",
        "/cases/case-one",
        "/queue",
        "/approvals",
        "/recordings/{recording_id}",
        "/sign-in",
        "/healthz",
    } == set(routes(stranger.app, "GET"))
    assert len(routes(stranger.app, "POST")) == 11


def test_without_signing_in_only_the_open_pages_answer(stranger, talk):
    for path in routes(stranger.app, "GET"):
        answer = stranger.get(path)
        if path in OPEN:
            assert answer.status_code == 200, path
        else:
            assert answer.status_code == 303, path
            assert answer.headers["location"].startswith("/sign-in?next="), path
        assert NUMBER not in answer.text
    assert stranger.get("/static/console.css").status_code == 200


def test_without_signing_in_no_form_does_anything(stranger, talk):
    for path in routes(stranger.app, "POST"):
        answer = stranger.post(path, {})
        assert answer.status_code == (403 if path == "/sign-in" else 303), path


def test_a_page_that_asks_for_news_without_a_session_is_told_so(stranger, talk):
    assert stranger.live("/queue").status_code == 401


def test_the_api_documents_are_not_served(stranger):
    for path in ("/docs", "/redoc", "/openapi.json"):
        assert stranger.get(path).status_code == 404


def test_signing_in_leads_to_the_page_that_was_asked_for(stranger):
    answer = stranger.send("/sign-in", "/sign-in", login="mei", password="x", next="/queue")
    assert answer.status_code == 401
    assert 'name="next" value="/queue"' in answer.text
    assert stranger.sign_in().headers["location"] == "/"
    assert stranger.get("/queue").status_code == 200


@pytest.mark.parametrize(
    ("target", "place"),
    [
        ("/queue", "/queue"),
        ("/conversations?page=2", "/conversations?page=2"),
        ("//evil.test", "/"),
        ("/\\evil.test", "/"),
        ("https://evil.test/", "/"),
        ("queue", "/"),
        ("", "/"),
        ("/\nSet-Cookie: a=b", "/"),
    ],
)
def test_after_signing_in_one_stays_on_this_site(target, place):
    assert safe_next(target) == place


def test_a_failed_sign_in_says_the_same_whatever_failed(stranger):
    wrong = stranger.sign_in("mei", "wrong")
    unknown = stranger.sign_in("nobody", "wrong")
    assert wrong.status_code == unknown.status_code == 401
    assert wrong.text.replace('value="mei"', "") == unknown.text.replace('value="nobody"', "")


def test_the_sixth_try_fails_even_with_the_right_password(stranger):
    for _ in range(5):
        stranger.sign_in("mei", "wrong")
    assert stranger.sign_in().status_code == 401


def test_the_sign_in_form_needs_the_token_of_this_browser(stranger):
    stranger.get("/sign-in")
    answer = stranger.post("/sign-in", {"login": "mei", "password": "x", "csrf": "made up"})
    assert answer.status_code == 403


def test_the_session_cookie_is_closed_to_scripts_and_other_sites(stranger):
    cookie = stranger.sign_in().headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    assert "Secure" not in cookie


def test_behind_https_the_session_cookie_travels_over_https_only(desk):
    browser = browser_of(desk, public_url="https://console.test")
    page = browser.get("/sign-in")
    assert "Secure" in page.headers["set-cookie"]
    assert page.headers["strict-transport-security"]


def test_every_form_needs_the_token_of_the_session(browser, talk):
    for path in routes(browser.app, "POST"):
        assert browser.post(path, {"csrf": "made up"}).status_code == 403, path


def test_a_form_from_another_site_is_turned_away_with_the_right_token_too(browser, talk):
    token = token_on(browser.get("/"))
    for headers in (
        {"Origin": "https://evil.test"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
    ):
        answer = browser.post(f"/conversations/{talk.id}/claim", {"csrf": token}, headers)
        assert answer.status_code == 403


def test_a_form_of_our_own_passes(browser, talk):
    token = token_on(browser.get("/"))
    answer = browser.post(f"/conversations/{talk.id}/claim", {"csrf": token}, {"Origin": ORIGIN})
    assert answer.status_code == 303


def test_a_reader_reads_everything_and_does_nothing(stranger, talk):
    stranger.sign_in("ren")
    page = stranger.get(f"/conversations/{talk.id}")
    assert page.status_code == 200
    assert 'action="/conversations/' not in page.text
    for path in routes(stranger.app, "POST"):
        if path.startswith("/conversations/"):
            assert stranger.send(path).status_code == 403, path


def test_signing_out_ends_the_session(browser):
    kept = dict(browser.cookies)
    assert browser.send("/sign-out").headers["location"] == "/sign-in"
    assert browser.get("/").status_code == 303
    browser.cookies.update(kept)
    assert browser.get("/").status_code == 303


@pytest.mark.parametrize("path", ["/", "/sign-in", "/nothing", "/healthz", "/static/console.css"])
def test_every_answer_carries_the_security_headers(browser, path):
    headers = browser.get(path).headers
    policy = headers["content-security-policy"]
    assert "unsafe-inline" not in policy
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["cache-control"] == ("no-cache" if path.startswith("/static") else "no-store")


def test_pages_hold_no_inline_script_or_style(browser, talk):
    for path in ("/", "/conversations", "/queue", "/approvals", f"/conversations/{talk.id}"):
        text = browser.get(path).text
        assert " style=" not in text
        assert "<style" not in text
        assert text.count("<script") == text.count('<script src="/static/live.js" defer></script>') == 1
