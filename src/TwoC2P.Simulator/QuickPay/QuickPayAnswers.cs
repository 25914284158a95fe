using System.Text.Json;
using TwoC2P.Simulator.Messages;

namespace TwoC2P.Simulator.QuickPay;

/// <summary>The published shapes of QuickPay's answers. timeStamp is hashed second, wherever the JSON has it.</summary>
internal static class QuickPayAnswers
{
    private static readonly JsonSerializerOptions Plain = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly string[] Made = ["qpID", "orderIdPrefix", "currency", "amount", "expiry", "url"];
    private static readonly string[] Delivered = ["successEmails", "successMobiles", "failedEmails", "failedMobiles"];

    public static readonly AnswerTable Send = Of("QPSendRes", ["qpID", .. Delivered]);
    public static readonly AnswerTable Update = Of("QPUpdateRes", ["qpID"]);
    public static readonly AnswerTable Delete = Of("QPDeleteRes", ["qpID"]);
    public static readonly AnswerTable Generate = Of("GenerateQPRes", Made);
    public static readonly AnswerTable GenerateSend = Of("GenerateSendQPRes", [.. Made, .. Delivered]);

    /// <summary>Its order is inferred: that of Generate, then what only the gateway knows.</summary>
    public static readonly AnswerTable Query = Of(
        "QPQueryRes",
        [
            "qpID",
            "orderIdPrefix",
            .. LinkFields.UpToPaymentExpiry,
            "url",
            "currentApproved",
            "clickCount",
            .. LinkFields.Recurring,
        ]
    );

    private static AnswerTable Of(string name, string[] fields)
    {
        string[] order = ["version", "timeStamp", .. fields, "resCode", "resDesc"];
        return new AnswerTable(name, "resCode", "resDesc")
        {
            Fields = order,
            Hashed = order,
            UpperCaseHash = true,
            Write = AsJson,
        };
    }

    private static string AsJson(string name, IReadOnlyList<(string Name, string Value)> fields) =>
        JsonSerializer.Serialize(
            new Dictionary<string, Dictionary<string, string>>(StringComparer.Ordinal)
            {
                [name] = fields.ToDictionary(field => field.Name, field => field.Value, StringComparer.Ordinal),
            },
            Plain
        );
}
