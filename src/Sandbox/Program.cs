using Sandbox;

return await SandboxProgram.RunAsync(args, (_, _) => Task.FromResult(true));
