using Microsoft.Extensions.Logging;

namespace PaymentOperations.Tests.Support;

/// <summary>Keeps what is logged, as <c>event id, text</c>.</summary>
internal sealed class ListLogger<T> : ILogger<T>
{
    private readonly List<string> lines = [];

    public IReadOnlyList<string> Lines => lines;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    )
    {
        lock (lines)
            lines.Add($"{eventId.Id} {formatter(state, exception)} {exception}");
    }
}
