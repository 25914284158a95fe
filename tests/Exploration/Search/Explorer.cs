using Exploration.Model;

namespace Exploration.Search;

/// <summary>
/// Meets the states of one scenario, those with the fewest faults first, and among them those with the fewest steps. Deterministic: the same scenario and bounds meet the same states on every machine.
/// </summary>
internal sealed class Explorer(Scenario scenario, int mostStates, int mostFaults)
{
    private readonly StateSet _met = new();
    private readonly List<Node> _nodes = [];
    private readonly Dictionary<string, Violation> _violations = [];
    private readonly Chooser _chooser = new();

    /// <summary>A state, and how it was come to.</summary>
    /// <param name="World">The state.</param>
    /// <param name="Hash">Its name.</param>
    /// <param name="Parent">The number of the state before; -1 for the first.</param>
    /// <param name="Step">Which of the steps that were possible there.</param>
    /// <param name="Code">What was chosen in that step.</param>
    private sealed record Node(World World, ulong Hash, int Parent, int Step, byte[] Code, int Faults, int Depth);

    public Findings Explore()
    {
        for (var faults = 0; faults <= mostFaults; faults++)
        {
            if (!TryMeet(faults))
                return Found(faults - 1, isWhole: false);
        }

        return Found(mostFaults, isWhole: true);
    }

    private Findings Found(int faults, bool isWhole) =>
        new(scenario.Name, _met.Count, faults, _nodes.Max(static node => node.Depth), isWhole, [.. _violations.Values]);

    /// <summary>Everything with so many faults; false when the bound was reached.</summary>
    private bool TryMeet(int faults)
    {
        var frontier = new Frontier();
        if (faults == 0)
        {
            var first = World.Of(scenario);
            frontier.Add(new Node(first, Fingerprint.Of(first), -1, 0, [], 0, 0));
        }

        // One fault more after every state that was met with fewer.
        for (var number = 0; number < _nodes.Count; number++)
            Expand(number, faults - _nodes[number].Faults, frontier);

        while (frontier.TryTake() is { } node)
        {
            if (_met.Count >= mostStates)
                return false;
            if (!_met.Add(node.Hash))
                continue;
            _nodes.Add(node);
            Expand(_nodes.Count - 1, 0, frontier);
        }

        return true;
    }

    /// <summary>The states that come next with exactly so many faults.</summary>
    private void Expand(int number, int faults, Frontier frontier)
    {
        var node = _nodes[number];
        var steps = Steps.Of(node.World);
        for (var i = 0; i < steps.Count; i++)
        {
            if (steps[i].Cost > faults)
                continue;
            _chooser.Begin(faults - steps[i].Cost);
            do
            {
                // More than can still be met need not wait.
                if (frontier.Count > mostStates - _met.Count)
                    return;
                var next = node.World.Copy();
                var isSound = TryStep(node, number, steps, i, next);
                if (!isSound || steps[i].Cost + _chooser.Cost != faults)
                    continue;
                var hash = Fingerprint.Of(next);
                if (!_met.Contains(hash) && frontier.Announce(hash))
                    frontier.Add(new Node(next, hash, number, i, _chooser.Code, node.Faults + faults, node.Depth + 1));
            } while (_chooser.TryNext());
        }
    }

    /// <summary>Takes the step; false where what must never be is: there the path ends.</summary>
    private bool TryStep(Node node, int number, List<Step> steps, int step, World next)
    {
        string? violation;
        try
        {
            steps[step].Take(next, _chooser);
            violation = Invariants.Of(node.World, next);
        }
        catch (Exception exception)
            when (exception is InvalidOperationException or NullReferenceException or FormatException or ArgumentException)
        {
            violation = $"it throws: {exception.Message} {exception.StackTrace?.Split('\n').FirstOrDefault()?.Trim()}";
        }

        if (violation is null)
            return true;

        var kind = violation.Length > 60 ? violation[..60] : violation;
        if (!_violations.ContainsKey(kind))
        {
            var faults = node.Faults + steps[step].Cost + _chooser.Cost;
            _violations[kind] = new Violation(scenario.Name, violation, faults, PathTo(number, step, _chooser.Code));
        }

        return false;
    }

    private List<string> PathTo(int number, int step, byte[] code)
    {
        List<(int Step, byte[] Code)> taken = [(step, code)];
        for (var at = _nodes[number]; at.Parent >= 0; at = _nodes[at.Parent])
            taken.Add((at.Step, at.Code));
        taken.Reverse();

        List<string> path = [];
        var world = World.Of(scenario);
        foreach (var (index, choices) in taken)
        {
            var chosen = Steps.Of(world)[index];
            world = world.Copy();
            path.Add($"{chosen.Words}{Replay(chosen, world, choices)}  [{world}]");
        }

        return path;
    }

    private static string Replay(Step step, World world, byte[] choices)
    {
        var chooser = new Chooser { KeepsWords = true };
        chooser.Replay(choices);
        try
        {
            step.Take(world, chooser);
        }
        catch (Exception exception)
            when (exception is InvalidOperationException or NullReferenceException or FormatException or ArgumentException)
        {
            chooser.Words.Add("and it throws");
        }

        return string.Concat(chooser.Words.Select(static words => $", {words}"));
    }

    /// <summary>States that wait to be met, those with the fewest steps first.</summary>
    private sealed class Frontier
    {
        private readonly List<Queue<Node>> _byDepth = [];
        private readonly StateSet _announced = new();
        private int _depth;

        public int Count { get; private set; }

        public bool Announce(ulong hash) => _announced.Add(hash);

        public void Add(Node node)
        {
            while (_byDepth.Count <= node.Depth)
                _byDepth.Add(new Queue<Node>());
            _byDepth[node.Depth].Enqueue(node);
            _depth = Math.Min(_depth, node.Depth);
            Count++;
        }

        public Node? TryTake()
        {
            for (; _depth < _byDepth.Count; _depth++)
                if (_byDepth[_depth].TryDequeue(out var node))
                {
                    Count--;
                    return node;
                }

            return null;
        }
    }
}
