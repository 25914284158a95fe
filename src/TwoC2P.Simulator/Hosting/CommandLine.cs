namespace TwoC2P.Simulator.Hosting;

/// <summary>Lets <c>--merchant ID=key</c> and <c>--merchant-cert ID=path</c> be given more than once.</summary>
internal static class CommandLine
{
    private static readonly string[] Repeatable = ["--merchant", "--merchant-cert", "--merchant-jose-cert"];

    /// <summary>Rewrites <c>--merchant-cert JT01=path</c> to the configuration key <c>merchant-cert:JT01</c>.</summary>
    public static string[] Expand(string[] args)
    {
        var expanded = new List<string>(args.Length);
        for (var i = 0; i < args.Length; i++)
        {
            if (!Repeatable.Contains(args[i], StringComparer.Ordinal))
            {
                expanded.Add(args[i]);
                continue;
            }

            var pair = i + 1 < args.Length ? args[i + 1] : "";
            var split = pair.IndexOf('=', StringComparison.Ordinal);
            if (split < 1)
                throw new ArgumentException(
                    $"{args[i]} needs <merchant id>=<value>, for example {args[i]} JT01=...",
                    nameof(args)
                );
            expanded.Add($"{args[i]}:{pair[..split]}");
            expanded.Add(pair[(split + 1)..]);
            i++;
        }

        return [.. expanded];
    }
}
