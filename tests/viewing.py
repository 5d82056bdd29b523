"""A page as the running server draws it, over Streamlit's own protocol and without a browser."""

from collections.abc import Iterator
from contextlib import contextmanager

from google.protobuf import text_format
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.sync.client import ClientConnection, connect

_LONGEST = 30
_DONE = ForwardMsg.FINISHED_SUCCESSFULLY


class Viewer:
    """One connection to a page.

    Attributes:
        session: Id of its Streamlit session, once something was drawn.
        text: All that was drawn last: HTML and the words of widgets.
        widgets: Id of each widget that was drawn last, by its key.
        disabled: Keys of those that cannot be used.
    """

    def __init__(self, socket: ClientConnection, page: str) -> None:
        self._socket = socket
        self._page = page
        self.session = ""
        self.text = ""
        self.widgets: dict[str, str] = {}
        self.disabled: set[str] = set()

    def draw(self, *states: WidgetState) -> None:
        """Runs the page with these widgets changed, whether or not it shows them."""
        ask = BackMsg()
        ask.rerun_script.query_string = ""
        ask.rerun_script.page_name = self._page
        ask.rerun_script.widget_states.widgets.extend(states)
        self._socket.send(ask.SerializeToString())
        self._start()
        while not _is_last(answer := self._next()):
            if answer.WhichOneof("type") == "new_session":
                self._start()
                self.session = answer.new_session.initialize.session_id
            elif answer.WhichOneof("type") == "delta":
                self._take(answer)

    def _start(self) -> None:
        self.text, self.widgets, self.disabled = "", {}, set()

    def _next(self) -> ForwardMsg:
        return ForwardMsg.FromString(self._socket.recv(timeout=_LONGEST))

    def _take(self, answer: ForwardMsg) -> None:
        self.text += text_format.MessageToString(answer.delta, as_utf8=True)
        element = answer.delta.new_element
        if (kind := element.WhichOneof("type")) is not None:
            drawn = getattr(element, kind)
            if key := _key(getattr(drawn, "id", "")):
                self.widgets[key] = drawn.id
                self.disabled |= {key} if drawn.disabled else set()
        elif key := _key(answer.delta.add_block.id):
            self.widgets[key] = answer.delta.add_block.id


def _is_last(answer: ForwardMsg) -> bool:
    # A run that ends early is followed by the next one.
    return answer.WhichOneof("type") == "script_finished" and answer.script_finished == _DONE


def _key(identity: str) -> str:
    """The key at the end of `$$ID-<hash>-<key>`."""
    return identity.removeprefix("$$ID-").partition("-")[2]


@contextmanager
def viewing(url: str, page: str, token: str) -> Iterator[Viewer]:
    """Opens a page of the server at `url` with the cookie of a session, and draws it.

    Args:
        url: Without a slash at its end.
        page: Its path.
        token: Of the session; empty for nobody.
    """
    cookie = {"Cookie": f"serapan_sesi={token}"}
    address = url.replace("http", "ws") + "/_stcore/stream"
    with connect(address, subprotocols=["streamlit"], proxy=None, additional_headers=cookie, max_size=None) as socket:  # type: ignore[list-item]
        viewer = Viewer(socket, page)
        viewer.draw()
        yield viewer
