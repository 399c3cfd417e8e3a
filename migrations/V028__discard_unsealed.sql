-- Rows that a fault left beyond the head block the book until they are discarded. This procedure can touch nothing else.
DELIMITER $$
CREATE PROCEDURE ledger_discard_unsealed(IN p_book INT)
    SQL SECURITY DEFINER
BEGIN
    DECLARE v_last BIGINT;
    DECLARE v_seq INT;
    SELECT last_no, period_seq INTO v_last, v_seq FROM book_head WHERE book_id = p_book FOR UPDATE;
    DELETE FROM posting WHERE book_id = p_book AND entry_no > v_last;
    DELETE FROM journal_entry WHERE book_id = p_book AND entry_no > v_last ORDER BY entry_no DESC;
    DELETE FROM period_event WHERE book_id = p_book AND period_seq > v_seq;
END$$
DELIMITER ;

GRANT EXECUTE ON PROCEDURE ledger_discard_unsealed TO ${app_user};
