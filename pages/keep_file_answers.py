"""No chosen file is forgotten between two runs."""

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.forward_msg_queue import ForwardMsgQueue


def keep_file_answers() -> None:
    """Makes Streamlit keep its answer to where files go when a run begins.

    A browser that is given files asks where to send them. If a run began before the answer was on its way, e.g. since
    the source of funds was chosen a moment before, Streamlit dropped it with what the run before had drawn: the files
    were never sent, and nobody was told.
    """
    clear = ForwardMsgQueue.clear

    def clear_but_answers(
        queue: ForwardMsgQueue, retain_lifecycle_msgs: bool = False, fragment_ids_this_run: list[str] | None = None
    ) -> None:
        answers = list(filter(_tells_where_files_go, queue._queue)) if retain_lifecycle_msgs else []
        clear(queue, retain_lifecycle_msgs, fragment_ids_this_run)
        for msg in answers:
            if msg not in queue._queue:
                queue.enqueue(msg)

    ForwardMsgQueue.clear = clear_but_answers  # type: ignore[assignment, method-assign]


def _tells_where_files_go(msg: ForwardMsg) -> bool:
    return msg.WhichOneof("type") == "file_urls_response"
