package id.patungan.contributions.stages;

import id.patungan.basics.InputException;
import id.patungan.platform.Access;
import id.patungan.platform.Action;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.time.LocalDate;
import java.util.List;

/** Holidays and limits for programs; each wish sent again changes nothing more. */
@RestController
@RequestMapping("/api/v1/bodies/{body}")
class HolidayApi {

    private final Holidays holidays;
    private final Stages stages;

    HolidayApi(Holidays holidays, Stages stages) {
        this.holidays = holidays;
        this.stages = stages;
    }

    @GetMapping("/holidays")
    Holidays.Known known(Access access) {
        return holidays.known(access);
    }

    @PostMapping("/holidays")
    Holidays.Known add(Access access, @RequestBody HolidayWish request) {
        access.require(Action.PREPARE);
        holidays.add(
                access,
                new Holiday(
                        required("day", request.day()),
                        required("name", request.name()),
                        required("nameEn", request.nameEn()),
                        required("source", request.source())));
        return holidays.known(access);
    }

    @PostMapping("/holidays/removals")
    Holidays.Known remove(Access access, @RequestBody RemovalWish request) {
        access.require(Action.PREPARE);
        holidays.remove(access, required("day", request.day()));
        return holidays.known(access);
    }

    /** States that a year has none, or with {@code end} takes that back. */
    @PostMapping("/holidays/none")
    Holidays.Known none(Access access, @RequestBody NoneWish request) {
        access.require(Action.PREPARE);
        var year = required("year", request.year());
        if (Boolean.TRUE.equals(request.end())) {
            holidays.unstate(access, year);
        } else {
            holidays.stateNone(
                    access, new Holidays.Without(year, required("source", request.source())));
        }
        return holidays.known(access);
    }

    /** All versions, that of the program first. */
    @GetMapping("/approval-limits")
    List<ApprovalLimits> limits(Access access) {
        return stages.limits(access);
    }

    @PostMapping("/approval-limits")
    List<ApprovalLimits> limits(Access access, @RequestBody LimitsWish request) {
        access.require(Action.PREPARE);
        stages.setLimits(
                access,
                new ApprovalLimits(
                        required("from", request.from()),
                        required("assess", request.assess()),
                        required("revise", request.revise()),
                        required("answer", request.answer()),
                        Boolean.TRUE.equals(request.silenceApproves()),
                        required("source", request.source())));
        return stages.limits(access);
    }

    private static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw new InputException(field, "is missing");
        }
        return value;
    }

    /** A holiday. */
    record HolidayWish(
            @Nullable LocalDate day,
            @Nullable String name,
            @Nullable String nameEn,
            @Nullable String source) {}

    /** The wish to take a holiday away. */
    record RemovalWish(@Nullable LocalDate day) {}

    /** A statement about a year. */
    record NoneWish(@Nullable Integer year, @Nullable String source, @Nullable Boolean end) {}

    /** Limits from a day on. */
    record LimitsWish(
            @Nullable LocalDate from,
            @Nullable Integer assess,
            @Nullable Integer revise,
            @Nullable Integer answer,
            @Nullable Boolean silenceApproves,
            @Nullable String source) {}
}
