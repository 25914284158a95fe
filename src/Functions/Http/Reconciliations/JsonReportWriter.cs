using System.Text.Json;
using PaymentGateway.Http.Json;
using PaymentOperations.Reconciliation;

namespace PaymentGateway.Http.Reconciliations;

/// <summary>The report as one JSON object whose last member, <c>lines</c>, is written piece by piece.</summary>
internal sealed class JsonReportWriter : IReportWriter
{
    private const int PieceBytes = 32 * 1024;

    /// <inheritdoc />
    public string MediaType => "application/json";

    /// <inheritdoc />
    public async Task WriteAsync(
        Stream body,
        ReconciliationRun run,
        IAsyncEnumerable<ReportLine> lines,
        CancellationToken cancellationToken
    )
    {
        var head = JsonSerializer.SerializeToUtf8Bytes(ReconciliationBody.Of(run), ApiJson.Plain.ReconciliationBody);
        using var piece = new MemoryStream();
        piece.Write(head.AsSpan()[..^1]);
        piece.Write(",\"lines\":["u8);
        var isFirst = true;
        await foreach (var line in lines.WithCancellation(cancellationToken))
        {
            if (!isFirst)
                piece.WriteByte((byte)',');
            isFirst = false;
            piece.Write(JsonSerializer.SerializeToUtf8Bytes(LineBody.Of(line), ApiJson.Plain.LineBody));
            if (piece.Length >= PieceBytes)
                await FlushAsync(piece, body, cancellationToken);
        }

        piece.Write("]}"u8);
        await FlushAsync(piece, body, cancellationToken);
    }

    private static async Task FlushAsync(MemoryStream piece, Stream body, CancellationToken cancellationToken)
    {
        await body.WriteAsync(piece.GetBuffer().AsMemory(0, (int)piece.Length), cancellationToken);
        piece.SetLength(0);
    }
}
