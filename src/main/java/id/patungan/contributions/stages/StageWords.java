package id.patungan.contributions.stages;

import id.patungan.platform.Formats;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** How stages and approvals are said on pages; {@code @stageWords} in templates. */
@Component("stageWords")
class StageWords {

    private final MessageSource messages;
    private final Formats formats;

    StageWords(MessageSource messages, Formats formats) {
        this.messages = messages;
        this.formats = formats;
    }

    /** Where the approval stands, with the limit that runs. */
    public String approval(Track track) {
        var approval = track.approval();
        var missing = track.yearMissing();
        if (approval == null) {
            return say("stages.approval.uncounted", String.valueOf(missing));
        }
        var key = "stages.approval." + approval.state();
        var limit = approval.limit();
        var since = approval.since();
        if (limit == null) {
            return since == null ? say(key) : say(key, formats.date(since));
        }
        if (approval.state() == Approval.State.DEEMED && since != null) {
            return say(
                    key,
                    formats.date(since),
                    Integer.toString(limit.days()),
                    formats.date(limit.last()));
        }
        if (!approval.late()) {
            return say(
                    key,
                    Integer.toString(limit.used()),
                    Integer.toString(limit.days()),
                    formats.date(limit.last()));
        }
        var over = limit.over();
        return say(key + ".late", Integer.toString(limit.days()), formats.date(limit.last()))
                + (over == null ? "" : say("stages.approval.over", Integer.toString(over)));
    }

    /** The colour that goes with those words. */
    public String approvalStatus(Track track) {
        var approval = track.approval();
        if (approval == null) return "warn";
        return switch (approval.state()) {
            case NONE -> "idle";
            case APPROVED, DEEMED, EXEMPT -> "ok";
            case REJECTED -> "bad";
            case ASSESSING, REVISING, ANSWERING -> approval.late() ? "warn" : "info";
        };
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
