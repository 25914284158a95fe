using Documentation.Tests.Reading;

namespace Documentation.Tests.Blocks;

/// <summary>What the text around a block says about its answer, beyond that it succeeds.</summary>
/// <param name="File">The document.</param>
/// <param name="Part">What the block contains.</param>
/// <param name="Answer">What its output must match.</param>
/// <param name="Refusal">The status of a refusal that the document announces.</param>
internal sealed record Expectation(string File, string Part, string Answer, string Refusal = "")
{
    public static IReadOnlyList<Expectation> All { get; } =
    [
        new(
            "README.md",
            "order-1001-refund-1",
            """(?s)^HTTP/1.1 202 .*^Location: /api/merchants/JT01/refunds/.*"status":"accepted" """.Trim()
        ),
        new("README.md", "-- operations list", @"(?s)INV-SETTLED-1.*refundable now: "),
        new(
            "README.md",
            "sandbox-JT01-read",
            """(?s)^HTTP/1.1 200 .*"items":.*^HTTP/1.1 403 .*"code":"missing_scope" """.Trim(),
            Refusal: "403"
        ),
        new("README.md", "refunds/finish", "\"referenceNo\""),
        new("docs/deploy.md", "first-refund-1", """(?s)"status":"(accepted|succeeded)".*"""),
    ];

    public bool Fits(CodeBlock block) => block.File == File && block.Text.Contains(Part, StringComparison.Ordinal);
}
