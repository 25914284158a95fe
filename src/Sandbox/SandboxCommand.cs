namespace Sandbox;

/// <summary>What the command line asks for.</summary>
/// <param name="RunsDemonstration">Whether to run the demonstration once everything is ready.</param>
/// <param name="KeepsServing">Whether to serve until Ctrl+C.</param>
/// <param name="Ports">Where to listen.</param>
internal sealed record SandboxCommand(bool RunsDemonstration, bool KeepsServing, SandboxPorts Ports)
{
    public const string Usage = """
        dotnet run --project src/Sandbox [-- [demo | serve] [--port-base N]]
          (nothing)      start everything, run the demonstration, then serve until Ctrl+C
          demo           start everything, run the demonstration, stop; exit code 0 only if every step was true
          serve          start everything and serve until Ctrl+C
          --port-base N  app on N, simulator N+9, Key Vault N+19 and N+20, Azurite N+29 to N+31
        """;

    /// <returns>Null when the arguments are not understood.</returns>
    public static SandboxCommand? Parse(string[] args)
    {
        var command = new SandboxCommand(RunsDemonstration: true, KeepsServing: true, new SandboxPorts());
        return args switch
        {
            ["demo", .. var rest] => WithPorts(command with { KeepsServing = false }, rest),
            ["serve", .. var rest] => WithPorts(command with { RunsDemonstration = false }, rest),
            [.. var rest, "demo"] => WithPorts(command with { KeepsServing = false }, rest),
            [.. var rest, "serve"] => WithPorts(command with { RunsDemonstration = false }, rest),
            _ => WithPorts(command, args),
        };
    }

    private static SandboxCommand? WithPorts(SandboxCommand command, string[] rest) =>
        rest switch
        {
            [] => command,
            ["--port-base", var number] when SandboxPorts.FromBase(number) is { } ports => command with { Ports = ports },
            _ => null,
        };
}
