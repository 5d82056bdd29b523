"""Where chosen files go is told although a run begins; what the run before drew is not."""

import pytest
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.forward_msg_queue import ForwardMsgQueue

from pages.keep_file_answers import keep_file_answers


@pytest.fixture
def queue(monkeypatch):
    """What is to be sent: something drawn, and where two files go."""
    monkeypatch.setattr(ForwardMsgQueue, "clear", ForwardMsgQueue.clear)
    keep_file_answers()
    drawn, answer = ForwardMsg(), ForwardMsg()
    drawn.delta.new_element.html.body = "lama"
    answer.file_urls_response.response_id = "1"
    for name in ("satu", "dua"):
        answer.file_urls_response.file_urls.add(file_id=name)
    filled = ForwardMsgQueue()
    for msg in (drawn, answer):
        filled.enqueue(msg)
    return filled


@pytest.mark.parametrize("fragments", [None, ["bagian"]])
def test_a_run_that_begins(queue, fragments):
    queue.clear(retain_lifecycle_msgs=True, fragment_ids_this_run=fragments)
    sent = [msg for msg in queue.flush() if msg.WhichOneof("type") == "file_urls_response"]
    assert [[one.file_id for one in msg.file_urls_response.file_urls] for msg in sent] == [["satu", "dua"]]


def test_what_was_drawn_goes(queue):
    queue.clear(retain_lifecycle_msgs=True)
    assert [msg.WhichOneof("type") for msg in queue.flush()] == ["file_urls_response"]


def test_what_was_sent_is_not_sent_again(queue):
    assert len(queue.flush()) == 2
    assert queue.flush() == []
