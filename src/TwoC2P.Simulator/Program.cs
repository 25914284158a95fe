using TwoC2P.Simulator.Hosting;

await using var app = SimulatorApp.Create(args, TimeProvider.System);
await app.RunAsync();
