namespace Testing.Folders;

/// <summary>Which folders of a project need which others.</summary>
public sealed class FolderGraph
{
    private readonly Dictionary<string, SortedDictionary<string, string>> _arrows = new(StringComparer.Ordinal);

    public FolderGraph(IEnumerable<Arrow> arrows)
    {
        foreach (var arrow in arrows.Where(arrow => !string.Equals(arrow.From, arrow.To, StringComparison.Ordinal)))
        {
            _ = Targets(arrow.To);
            Targets(arrow.From).TryAdd(arrow.To, arrow.Because);
        }
    }

    /// <summary>The shortest circle, an arrow to a line and why it is there; empty when every arrow points one way.</summary>
    public IReadOnlyList<string> Circle() =>
        _arrows
            .Keys.Order(StringComparer.Ordinal)
            .Select(CircleThrough)
            .Where(circle => circle.Count > 0)
            .MinBy(circle => circle.Count)
        ?? [];

    /// <summary>The folders that need a folder directly.</summary>
    public IReadOnlyList<string> Needing(string folder) =>
        [.. _arrows.Where(arrows => arrows.Value.ContainsKey(folder)).Select(arrows => arrows.Key).Order(StringComparer.Ordinal)];

    // Breadth first: the first way back to the start is a shortest one.
    private List<string> CircleThrough(string start)
    {
        var cameFrom = new Dictionary<string, string>(StringComparer.Ordinal);
        var next = new Queue<string>([start]);
        while (next.TryDequeue(out var folder))
        {
            foreach (var target in _arrows[folder].Keys)
            {
                if (!cameFrom.TryAdd(target, folder))
                    continue;
                if (string.Equals(target, start, StringComparison.Ordinal))
                    return Describe(start, cameFrom);

                next.Enqueue(target);
            }
        }

        return [];
    }

    private List<string> Describe(string start, Dictionary<string, string> cameFrom)
    {
        var lines = new List<string>();
        var to = start;
        do
        {
            var from = cameFrom[to];
            lines.Insert(0, $"{from} -> {to} ({_arrows[from][to]})");
            to = from;
        } while (!string.Equals(to, start, StringComparison.Ordinal));

        return lines;
    }

    private SortedDictionary<string, string> Targets(string folder)
    {
        if (!_arrows.TryGetValue(folder, out var targets))
            _arrows[folder] = targets = new SortedDictionary<string, string>(StringComparer.Ordinal);

        return targets;
    }
}
