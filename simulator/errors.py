"""A refusal in the shape of the carrier's error body."""

from __future__ import annotations


class RestError(Exception):
    """An error answer. Source: https://www.twilio.com/docs/api/errors (codes); texts are our own words."""

    def __init__(self, status: int, code: int, message: str) -> None:
        super().__init__(f"{status} {code}")
        self.status = status
        self.code = code
        self.message = message

    def body(self) -> dict[str, object]:
        """The JSON body."""
        return {
            "code": self.code,
            "message": self.message,
            "more_info": f"https://www.twilio.com/docs/errors/{self.code}",
            "status": self.status,
        }


def bad_request(code: int, message: str) -> RestError:
    """A 400."""
    return RestError(400, code, message)


def not_found(path: str) -> RestError:
    """A 404 for a resource."""
    return RestError(404, 20404, f"The requested resource {path} was not found")


def unauthenticated() -> RestError:
    """A 401."""
    return RestError(401, 20003, "Authenticate")
