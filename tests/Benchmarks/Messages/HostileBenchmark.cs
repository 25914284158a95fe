using System.Globalization;
using System.Text;
using TwoC2P.Envelopes;
using TwoC2P.Keys;
using TwoC2P.Merchants;
using TwoC2P.PaymentAction;
using TwoC2P.Tests.Messages;

namespace Benchmarks.Messages;

/// <summary>XML that is written to hurt its reader, as a callback brings it: what each costs in processor time.</summary>
internal static class HostileBenchmark
{
    private const int Rounds = 11;
    private static readonly TimeSpan Most = TimeSpan.FromMilliseconds(50);

    /// <summary>Measures and tells; false where one costs more than it may.</summary>
    public static bool Run()
    {
        var isGood = true;
        var reader = new NotificationReader();
        var merchant = Merchant();
        foreach (var (name, xml) in Inputs())
        {
            var body = Encoding.ASCII.GetBytes(
                $"notifyResponse={Uri.EscapeDataString(Convert.ToBase64String(Encoding.UTF8.GetBytes(xml)))}"
            );
            List<TimeSpan> times = [];
            for (var round = -1; round < Rounds; round++)
            {
                var before = Environment.CpuUsage.TotalTime;
                reader.Read(body, merchant);
                if (round >= 0)
                    times.Add(Environment.CpuUsage.TotalTime - before);
            }

            var median = times.Order().ElementAt(Rounds / 2);
            isGood &= median <= Most;
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{name}, {body.Length / 1024} KiB: {median.TotalMilliseconds:F1} ms of a processor (at most {Most.TotalMilliseconds})"
                )
            );
        }

        return isGood;
    }

    private static IEnumerable<(string Name, string Xml)> Inputs() =>
        [
            .. HostileXml.Documents(Message).Select(one => (one.Key, one.Value)),
            .. HostileXml.Additions.Concat(HostileXml.Excesses).Select(one => (one.Key, Message("RF", one.Value))),
        ];

    private static string Message(string status) => Message(status, "");

    private static string Message(string status, string addition) =>
        $"<PaymentProcessResponse><version>3.8</version><respCode>00</respCode><processType>R</processType><invoiceNo>INV-1</invoiceNo><status>{status}</status><hashValue>{new string('A', 64)}</hashValue>{addition}</PaymentProcessResponse>";

    private static GatewayMerchant Merchant() =>
        new()
        {
            MerchantId = new("JT01"),
            Endpoint = new Uri("https://gateway.example/"),
            Envelope = EnvelopeKind.Base64,
            Version = "3.4",
            TimeZone = TimeZoneInfo.Utc,
            Keys = new GatewayKeys { SecretKeys = [new SecretKey("v1", new string('k', 64))] },
        };
}
