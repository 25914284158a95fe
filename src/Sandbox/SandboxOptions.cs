namespace Sandbox;

/// <summary>What to start, where.</summary>
public sealed record SandboxOptions
{
    /// <summary>Folder for keys, certificates and logs; made when it is missing.</summary>
    public string Folder { get; init; } = ".sandbox";

    /// <summary>The ports; all must be free.</summary>
    public SandboxPorts Ports { get; init; } = new();

    /// <summary>Whether to start the app too; without it <see cref="SandboxEnvironment.App"/> can be started later.</summary>
    public bool StartApp { get; init; } = true;

    /// <summary>Settings of the app on top of the sandbox's own, as environment variables (<c>A__B</c>); they win.</summary>
    public IReadOnlyDictionary<string, string> AppSettings { get; init; } =
        new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>More arguments for the simulator.</summary>
    public IReadOnlyList<string> SimulatorArguments { get; init; } = [];

    /// <summary>Clock for certificates and secrets.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
