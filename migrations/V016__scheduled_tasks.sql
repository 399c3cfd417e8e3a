-- Background jobs: one row per job, picked by one node at a time. Names and columns are db-scheduler's own.
CREATE TABLE scheduled_tasks (
    task_name            VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    task_instance        VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    task_data            BLOB         NULL,
    execution_time       TIMESTAMP(6) NULL,
    picked               BOOLEAN      NOT NULL,
    picked_by            VARCHAR(50)  CHARACTER SET utf8mb4 NULL,
    last_success         TIMESTAMP(6) NULL,
    last_failure         TIMESTAMP(6) NULL,
    consecutive_failures INT          NULL,
    last_heartbeat       TIMESTAMP(6) NULL,
    version              BIGINT       NOT NULL,
    priority             SMALLINT     NULL,
    CONSTRAINT pk_scheduled_tasks PRIMARY KEY (task_name, task_instance)
);

CREATE INDEX ix_scheduled_tasks_execution ON scheduled_tasks (execution_time);
CREATE INDEX ix_scheduled_tasks_heartbeat ON scheduled_tasks (last_heartbeat);
CREATE INDEX ix_scheduled_tasks_priority ON scheduled_tasks (priority DESC, execution_time);

GRANT SELECT, INSERT, UPDATE, DELETE ON scheduled_tasks TO ${app_user};
