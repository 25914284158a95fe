using System.Collections.Frozen;

namespace TwoC2P.Simulator.Answers;

/// <summary>respCode → respDesc or respReason, the same codes for all XML APIs.</summary>
internal static class ResultCodes
{
    private static readonly FrozenDictionary<string, string> Descriptions = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["00"] = "Success",
        ["01"] = "Stored card ID cannot be found",
        ["02"] = "Invalid request",
        ["03"] = "Invalid merchant ID",
        ["04"] = "Invalid stored card unique ID",
        ["05"] = "Invalid customer email",
        ["10"] = "Compulsory values missing",
        ["11"] = "Request validation failed",
        ["12"] = "Transaction status not valid for this action",
        ["13"] = "Invalid hash value",
        ["14"] = "Invalid merchant ID",
        ["15"] = "Invalid invoice number",
        ["16"] = "Transaction does not exist",
        ["17"] = "Invalid process type",
        ["18"] = "Invalid action amount",
        ["21"] = "Void not allowed",
        ["22"] = "Sub-transaction cannot be voided individually",
        ["25"] = "Void failed",
        ["29"] = "Transaction already voided",
        ["30"] = "Amount exceeds transaction amount",
        ["31"] = "Settlement not allowed",
        ["32"] = "Settlement not required",
        ["33"] = "Partial settlement not allowed",
        ["34"] = "Settlement rejected",
        ["35"] = "Settlement failed",
        ["36"] = "Settlement deadline passed",
        ["37"] = "Sub-merchant settlement amount exceeds transaction amount",
        ["38"] = "Sub-transaction cannot be captured individually",
        ["39"] = "Transaction already settled",
        ["40"] = "Refund amount exceeds transaction amount",
        ["41"] = "Refund not allowed",
        ["42"] = "Refund pending",
        ["43"] = "Partial refund not allowed",
        ["44"] = "Refund rejected",
        ["45"] = "Refund failed",
        ["46"] = "Insufficient funds for refund",
        ["47"] = "Sub-merchant refund amount exceeds transaction amount",
        ["48"] = "Sub-merchant has insufficient funds",
        ["49"] = "Transaction already fully refunded",
        ["50"] = "Idempotency ID already used for another request type",
        ["51"] = "Request with this idempotency ID is pending",
        ["52"] = "Main transaction cannot be retrieved",
        ["53"] = "No transaction reference number",
        ["54"] = "Refund period passed",
        ["61"] = "Cancel not allowed",
        ["65"] = "Cancel failed",
        ["95"] = "Request timed out",
        ["96"] = "Unable to decrypt",
        ["97"] = "Process not supported",
        ["98"] = "Request not available",
        ["99"] = "Unable to complete the request",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static string Describe(string respCode) => Descriptions.GetValueOrDefault(respCode, "Request refused");
}
