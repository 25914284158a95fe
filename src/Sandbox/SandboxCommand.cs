namespace Sandbox;

/// <summary>What the command line asks for.</summary>
/// <param name="RunsDemonstration">Whether to run the demonstration once everything is ready.</param>
/// <param name="KeepsServing">Whether to serve until Ctrl+C.</param>
/// <param name="Ports">Where to listen.</param>
internal sealed record SandboxCommand(bool RunsDemonstration, bool KeepsServing, SandboxPorts Ports)
{
    public const string Usage = """
        dotnet run --project src/Sandbox [-- [demo | serve] [options]]
          (nothing)          start everything, run the demonstration, then serve until Ctrl+C
          demo               start everything, run the demonstration, stop; exit code 0 only if every step was true
          serve              start everything and serve until Ctrl+C
          --port-base N      app on N, simulator N+9, Key Vault N+19 and N+20, Azurite N+29 to N+31
          --keep             with serve: keep ledger and simulator in .sandbox/ until the next serve --keep
          --webhook-url URL  with serve: send the webhooks of JT01 to a receiver of yours
          --help             print this
        Exit codes: 0 good, 1 a step was not true or a part did not start, 2 the command line or the folder will not do.
        """;

    /// <summary>Whether only the usage is asked for.</summary>
    public bool ShowsHelp { get; private init; }

    /// <summary>Whether what happens is kept for the next run.</summary>
    public bool Keeps { get; private init; }

    /// <summary>Receives the webhooks of the first merchant instead of the sandbox's own receiver.</summary>
    public Uri? WebhookUrl { get; private init; }

    /// <returns>Null when the arguments are not understood, or do not go together.</returns>
    public static SandboxCommand? Parse(string[] args)
    {
        SandboxCommand? command = new(RunsDemonstration: true, KeepsServing: true, new SandboxPorts());
        for (ReadOnlySpan<string> rest = args; command is not null && rest is [var word, .. var others]; rest = others)
        {
            if (word.StartsWith("--", StringComparison.Ordinal) && TakesValue(word))
            {
                command = others is [var value, ..] ? command.With(word, value) : null;
                others = others.IsEmpty ? others : others[1..];
            }
            else
            {
                command = command.With(word);
            }
        }

        // The demonstration begins in a fresh world, and is told of by the sandbox's own receiver.
        return command is { RunsDemonstration: true, ShowsHelp: false } and ({ Keeps: true } or { WebhookUrl: not null })
            ? null
            : command;
    }

    private static bool TakesValue(string option) => option is "--port-base" or "--webhook-url";

    private SandboxCommand? With(string word) =>
        word switch
        {
            "demo" when RunsDemonstration && KeepsServing => this with { KeepsServing = false },
            "serve" when RunsDemonstration && KeepsServing => this with { RunsDemonstration = false },
            "--keep" => this with { Keeps = true },
            "--help" or "-h" or "-?" or "help" => this with { ShowsHelp = true },
            _ => null,
        };

    private SandboxCommand? With(string option, string value) =>
        option switch
        {
            "--port-base" when SandboxPorts.FromBase(value) is { } ports => this with { Ports = ports },
            "--webhook-url" when Uri.TryCreate(value, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" =>
                this with
                {
                    WebhookUrl = url,
                },
            _ => null,
        };
}
