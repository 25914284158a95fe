namespace Sandbox.Processes;

/// <summary>What to start and where its output goes.</summary>
internal sealed record ChildProcessOptions(string FileName, IReadOnlyList<string> Arguments)
{
    /// <summary>Variables that the child gets on top of this process's own.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } =
        new Dictionary<string, string>(StringComparer.Ordinal);

    public string? WorkingDirectory { get; init; }

    /// <summary>Gets each line of standard output and standard error, from one thread at a time.</summary>
    public Action<string> OnLine { get; init; } = _ => { };

    /// <summary>How long the program may take to stop before it is killed.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>True for a program that ends by itself, in good order, when its standard input ends.</summary>
    public bool StopsAtEndOfInput { get; init; }
}
