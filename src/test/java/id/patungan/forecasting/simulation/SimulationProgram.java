package id.patungan.forecasting.simulation;

/** Prints the digest of a simulation, for a process of its own. */
final class SimulationProgram {

    private SimulationProgram() {}

    /** Arguments: months, paths, seed, threads. */
    public static void main(String... arguments) {
        var bands =
                Simulation.run(
                        Models.everything(Integer.parseInt(arguments[0])),
                        Integer.parseInt(arguments[1]),
                        Long.parseLong(arguments[2]),
                        Integer.parseInt(arguments[3]));
        System.out.println("digest " + bands.digest());
    }
}
