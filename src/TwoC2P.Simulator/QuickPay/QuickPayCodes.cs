using System.Collections.Frozen;

namespace TwoC2P.Simulator.QuickPay;

/// <summary>resCode → resDesc of QuickPay.</summary>
internal static class QuickPayCodes
{
    public const string Success = "000";
    public const string UnknownLink = "002";
    public const string InvalidMessage = "997";
    public const string EmptyValue = "998";
    public const string SystemDown = "999";

    private static readonly FrozenDictionary<string, string> Descriptions = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [Success] = "Success",
        ["001"] = "Invalid MID",
        [UnknownLink] = "Invalid QuickPay ID",
        ["003"] = "Invalid amount",
        ["004"] = "Invalid currency",
        ["005"] = "Invalid description",
        ["006"] = "Invalid expiry date",
        ["007"] = "Invalid payment option",
        ["008"] = "Invalid IPP interest type",
        ["009"] = "Invalid payment expiry date",
        ["010"] = "Invalid allow multiple payment",
        ["011"] = "Invalid max transactions",
        ["012"] = "Invalid order ID prefix",
        ["013"] = "Order ID already in use",
        ["014"] = "Max transactions must exceed pending and approved transactions",
        ["015"] = "Invalid request version",
        ["016"] = "Invalid request 3DS",
        ["017"] = "Invalid enable store card",
        ["018"] = "Invalid recurring flag",
        ["019"] = "Invalid recurring amount",
        ["020"] = "Invalid allow accumulate",
        ["021"] = "Invalid max accumulate amount",
        ["022"] = "Invalid recurring interval",
        ["023"] = "Invalid recurring count",
        ["024"] = "Invalid charge next date",
        ["025"] = "Invalid charge on date",
        ["026"] = "Provide either charge on date or recurring interval",
        ["027"] = "Provide only one of charge on date and recurring interval",
        ["101"] = "Provide one or more emails or mobiles",
        ["102"] = "One or more emails are invalid",
        ["103"] = "Invalid BCC email",
        ["104"] = "One or more mobiles are invalid",
        ["105"] = "Invalid CC email",
        ["106"] = "Invalid email subject",
        ["107"] = "Invalid email message",
        ["108"] = "Invalid SMS message",
        [InvalidMessage] = "Invalid request message",
        [EmptyValue] = "Empty compulsory value",
        [SystemDown] = "System down",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static string Describe(string resCode) => Descriptions.GetValueOrDefault(resCode, "Request refused");
}
