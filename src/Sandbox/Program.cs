using Sandbox;
using Sandbox.Demonstration;

return await SandboxProgram.RunAsync(args, DemonstrationRun.ShowAsync);
