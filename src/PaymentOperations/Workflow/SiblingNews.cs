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
            var message = new InboxMessage(InboxKind.Listing, HashOf(entry), 0, time.GetUtcNow(), entry);
            // One that is left alone is put back first: no sweep would find what it is told if its pointer were lost.
            await open.AddAsync(OperationHint.Of(sibling), time.GetUtcNow() + times.SweepMargin, CancellationToken.None);
            if (!await inbox.AddAsync(sibling.Id, message, CancellationToken.None))
                continue;

            LogTold(logger, sibling.Id, entry.EntryStatus);
            await queue.SendAsync(OperationHint.Of(sibling), TimeSpan.Zero, traceParent, CancellationToken.None);
        }
    }

    // The same entry in a later list is the same news, whatever else that list holds.
    private static string HashOf(DecisiveAnswer entry) =>
        Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes($"listed|{entry.EntryReferenceNo}|{entry.EntryStatus}|{entry.EntryAmount}"))
        );

    [LoggerMessage(
        2040,
        LogLevel.Warning,
        "2C2P lists a refund of operation {OperationId} as {Status}, which its end contradicts; it is told"
    )]
    private static partial void LogTold(ILogger logger, OperationId operationId, string? status);
}
