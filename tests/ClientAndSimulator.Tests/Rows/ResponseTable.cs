using System.Runtime.CompilerServices;

namespace ClientAndSimulator.Tests.Rows;

/// <summary>The rows of one message, each read from the same typed result.</summary>
internal sealed class ResponseTable<TResponse>(string message)
    where TResponse : class
{
    private readonly List<ResponseRow> rows = [];

    public IReadOnlyList<ResponseRow> Rows => rows;

    public ResponseTable<TResponse> Row(
        string field,
        Func<TResponse, object?> read,
        object? expected = null,
        string? ending = null,
        [CallerArgumentExpression(nameof(read))] string source = ""
    )
    {
        var row = new ResponseRow(message, field, response => read((TResponse)response), source) { Expected = expected };
        rows.Add(ending is null ? row : row with { Ending = ending });
        return this;
    }
}
