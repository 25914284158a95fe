using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using PaymentOperations.Judgement;
using PaymentOperations.Operations;
using PaymentOperations.Storage;

namespace PaymentOperations.Workflow;

/// <summary>Tells an operation what the hearing of a sibling saw of it. Only its own judge changes it.</summary>
internal sealed partial class SiblingNews(
    OpenOperations open,
    Inbox inbox,
    OperationQueue queue,
    OperationTimes times,
    TimeProvider time,
    ILogger<SiblingNews> logger
)
{
    public async Task TellAsync(IReadOnlyList<Contradicted> contradicted, string? traceParent)
    {
        foreach (var (sibling, entry) in contradicted)
        {
            var message = new InboxMessage(InboxKind.Listing, HashOf(sibling, entry), 0, MomentFor(sibling), entry);
            // One that is left alone is put back first: no sweep would find what it is told if its pointer were lost.
            await open.AddAsync(OperationHint.Of(sibling), time.GetUtcNow() + times.SweepMargin, CancellationToken.None);
            if (!await inbox.AddAsync(sibling.Id, message, CancellationToken.None))
                continue;

            LogTold(logger, sibling.Id, entry.EntryStatus);
            await queue.SendAsync(OperationHint.Of(sibling), TimeSpan.Zero, traceParent, CancellationToken.None);
        }
    }

    // The same entry in a later list is the same news, whatever else that list holds; unless a person decided since, who may not have seen it listed.
    private static string HashOf(OperationRow sibling, DecisiveAnswer entry)
    {
        var text = $"listed|{entry.EntryReferenceNo}|{entry.EntryStatus}|{entry.EntryAmount}";
        if (sibling.PatienceFrom is { } decided)
            text += string.Create(CultureInfo.InvariantCulture, $"|{decided.UtcTicks}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    // Whoever knows of a person's decision tells after it, whatever the clocks say.
    private DateTimeOffset MomentFor(OperationRow sibling)
    {
        var now = time.GetUtcNow();
        return sibling.PatienceFrom is { } decided && decided >= now ? decided.AddTicks(1) : now;
    }

    [LoggerMessage(
        2040,
        LogLevel.Warning,
        "2C2P lists a refund of operation {OperationId} as {Status}, which its end contradicts; it is told"
    )]
    private static partial void LogTold(ILogger logger, OperationId operationId, string? status);
}
