package id.patungan.forecasting;

import id.patungan.forecasting.scenarios.Scenario;

import java.time.Instant;

/**
 * A scenario that was saved.
 *
 * @param no from 1 within the body, without gaps
 * @param version from 1 within the scenario, without gaps
 * @param putAway whether lists leave it out
 * @param by handle of who saved this version
 */
public record SavedScenario(
        int no, int version, Scenario scenario, boolean putAway, String by, Instant at) {}
