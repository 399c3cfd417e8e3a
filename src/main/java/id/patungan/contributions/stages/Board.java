package id.patungan.contributions.stages;

import id.patungan.basics.Money;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * All open charges within reach on a day, by the stage that they have reached and by how long they
 * are overdue.
 *
 * @param tracks the open charges, the longest in their stage first
 */
public record Board(LocalDate asOf, List<Track> tracks, Money zero) {

    /** Takes a copy. */
    public Board {
        tracks = List.copyOf(tracks);
    }

    /** How long something is overdue. */
    public enum Age {
        /** Not due yet. */
        NOT_DUE(0),
        /** 1 to 30 days. */
        DAYS_30(30),
        /** 31 to 60 days. */
        DAYS_60(60),
        /** 61 to 90 days. */
        DAYS_90(90),
        /** 91 to 365 days. */
        YEAR(365),
        /** More. */
        OLDER(Long.MAX_VALUE);

        private final long most;

        Age(long most) {
            this.most = most;
        }

        static Age of(long daysOverdue) {
            for (var age : values()) {
                if (daysOverdue <= age.most) {
                    return age;
                }
            }
            throw new IllegalArgumentException(String.valueOf(daysOverdue));
        }
    }

    /**
     * The charges in one stage.
     *
     * @param oldest days since the first of them entered it
     * @param byAge what is open, for every age
     */
    public record Row(Stage stage, int count, Money open, long oldest, Map<Age, Money> byAge) {

        /** Takes a copy. */
        public Row {
            byAge = Map.copyOf(byAge);
        }
    }

    /** A row for each stage before the last, also where nothing stands in it. */
    public List<Row> rows() {
        var rows = new ArrayList<Row>();
        for (var stage : Stage.values()) {
            if (stage != Stage.RECEIVED) {
                rows.add(
                        row(
                                stage,
                                tracks.stream().filter(track -> track.stage() == stage).toList()));
            }
        }
        return rows;
    }

    /** All stages together; its stage is the first. */
    public Row total() {
        return row(Stage.AGREED, tracks);
    }

    private Row row(Stage stage, List<Track> tracks) {
        var byAge = new EnumMap<Age, Money>(Age.class);
        for (var age : Age.values()) {
            byAge.put(age, zero);
        }
        var open = zero;
        var oldest = 0L;
        for (var track : tracks) {
            for (var part : track.charge().schedule()) {
                var days = Math.max(0, ChronoUnit.DAYS.between(part.due(), track.asOf()));
                byAge.merge(Age.of(days), part.open(), Money::plus);
            }
            open = open.plus(track.charge().open());
            oldest = Math.max(oldest, track.days());
        }
        return new Row(stage, tracks.size(), open, oldest, byAge);
    }
}
