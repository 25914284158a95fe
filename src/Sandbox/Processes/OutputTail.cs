namespace Sandbox.Processes;

/// <summary>The last lines that a program printed, for the message that says why it did not start.</summary>
internal sealed class OutputTail
{
    private const int Kept = 20;

    private readonly Lock _gate = new();
    private readonly Queue<string> _lines = new();

    public void Add(string line)
    {
        lock (_gate)
        {
            _lines.Enqueue(line);
            if (_lines.Count > Kept)
                _lines.Dequeue();
        }
    }

    public override string ToString()
    {
        lock (_gate)
            return _lines.Count == 0 ? "nothing" : string.Join(Environment.NewLine, _lines);
    }
}
