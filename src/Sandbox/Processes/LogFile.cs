namespace Sandbox.Processes;

/// <summary>A program's output, line by line, in a file that only its owner may read.</summary>
internal sealed class LogFile : IDisposable
{
    private readonly Lock _gate = new();
    private readonly StreamWriter _writer;
    private bool _closed;

    public LogFile(string path)
    {
        Path = path;
        _writer = new StreamWriter(Files.PrivateFile.Open(path)) { AutoFlush = true };
    }

    public string Path { get; }

    public void Add(string line)
    {
        lock (_gate)
        {
            if (!_closed)
                _writer.WriteLine(line);
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _closed = true;
            _writer.Dispose();
        }
    }
}
