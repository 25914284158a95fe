namespace Sandbox;

/// <summary>What to start, where.</summary>
public sealed record SandboxOptions
{
    /// <summary>Folder for keys, certificates, logs and what is kept; made when it is missing.</summary>
    public string Folder { get; init; } = ".sandbox";

    /// <summary>
    /// Whether the ledger and the gateway's record are kept in the folder, and found there again by the next run that keeps. Otherwise all is in memory and a fresh world each time.
    /// </summary>
    public bool Keep { get; init; }

    /// <summary>Receives the webhooks of the first merchant; null: the sandbox's own receiver does.</summary>
    public Uri? WebhookUrl { get; init; }

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
