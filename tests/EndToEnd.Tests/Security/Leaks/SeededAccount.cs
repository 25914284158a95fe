using System.Text.Json.Nodes;

namespace EndToEnd.Tests.Security.Leaks;

/// <summary>A customer's bank account.</summary>
internal sealed record SeededAccount(string Number, string Name)
{
    /// <summary>As a refund's <c>bankAccount</c>.</summary>
    public JsonObject ToJson() =>
        new()
        {
            ["bankCode"] = "014",
            ["accountName"] = Name,
            ["accountNumber"] = Number,
        };
}
