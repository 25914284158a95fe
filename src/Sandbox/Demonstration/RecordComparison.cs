namespace Sandbox.Demonstration;

/// <summary>One payment in both records, in words, and whether they say the same.</summary>
/// <param name="Gateway">The gateway's record.</param>
/// <param name="Ours">Our operations.</param>
/// <param name="IsSame">Whether each of our operations is in the gateway's record, and nothing else is.</param>
internal sealed record RecordComparison(string Gateway, string Ours, bool IsSame)
{
    public static RecordComparison Of(Answer record, IReadOnlyList<Answer> operations)
    {
        var refunds = record.List("refunds");
        var atGateway = refunds.Select(refund => (refund["referenceNo"], refund["amount"], refund["status"])).Order();
        var inLedger = operations
            .Where(operation => operation["kind"] == "refund")
            .Select(operation => (operation["gateway.refundReferenceNo"], operation["amount"], operation["gateway.status"]))
            .Order();
        var others = operations.Where(operation => operation["kind"] != "refund");
        return new RecordComparison(
            Lines($"payment {record["amount"]} {record["status"]}", refunds.Select(Describe)),
            Lines("", operations.Select(DescribeOurs)),
            operations.Count > 0
                && operations.All(operation => operation["status"] == "succeeded")
                && atGateway.SequenceEqual(inLedger)
                && others.All(operation => operation["gateway.status"] == record["status"])
        );
    }

    private static string Describe(Answer refund) => $"refund {refund["amount"]} {refund["status"]} {refund["referenceNo"]}";

    private static string DescribeOurs(Answer operation) =>
        string.Join(
            ' ',
            new[]
            {
                operation["kind"],
                operation["amount"],
                operation["gateway.status"],
                operation["gateway.refundReferenceNo"],
                operation["status"],
            }.Where(part => part.Length > 0)
        );

    private static string Lines(string first, IEnumerable<string> more) =>
        string.Join('\n', new[] { first }.Concat(more).Where(line => line.Length > 0));
}
