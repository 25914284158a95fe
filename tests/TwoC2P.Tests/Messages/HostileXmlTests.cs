using System.Net;
using System.Net.Sockets;
using System.Text;
using TwoC2P.Keys;
using TwoC2P.Merchants;
using TwoC2P.PaymentAction;

namespace TwoC2P.Tests.Messages;

/// <summary>
/// XML that is written to hurt its reader. It opens no file and no connection, and costs no more than a message of its size. The cost is counted in bytes that the thread allocates, which no
/// slow machine changes; <c>tests/Fuzz</c> measures how it grows.
/// </summary>
public sealed class HostileXmlTests
{
    public static TheoryData<string> NamesOfDocuments => [.. HostileXml.Documents(Signed).Keys];

    public static TheoryData<string> NamesOfAdditions => [.. HostileXml.Additions.Keys];

    public static TheoryData<string> NamesOfExcesses => [.. HostileXml.Excesses.Keys];

    public static TheoryData<string> Encodings => ["utf-7", "utf-16", "utf-16BE", "utf-32"];

    [Theory]
    [MemberData(nameof(NamesOfDocuments))]
    public void A_document_that_would_fetch_or_grow_is_not_believed(string name)
    {
        using var listener = new Listener();
        var document = HostileXml.Documents(Signed)[name];

        var (outcome, allocated) = Read(document.Replace("{0}", listener.Address, StringComparison.Ordinal));

        outcome.ShouldNotBeOfType<NotificationOutcome.Verified>(name);
        allocated.ShouldBeLessThan(MostFor(document));
        listener.HasVisitors.ShouldBeFalse();
    }

    [Theory]
    [MemberData(nameof(NamesOfAdditions))]
    public void An_addition_that_would_fetch_or_grow_changes_nothing(string name)
    {
        using var listener = new Listener();
        var xml = With(HostileXml.Additions[name].Replace("{0}", listener.Address, StringComparison.Ordinal));

        var (outcome, allocated) = Read(xml);

        // 2C2P adds elements now and then, and its hash does not cover them.
        outcome.ShouldBeOfType<NotificationOutcome.Verified>(name).Response.Status.ShouldBe(TransactionStatus.RefundConfirmed);
        allocated.ShouldBeLessThan(MostFor(xml));
        listener.HasVisitors.ShouldBeFalse();
    }

    [Theory]
    [MemberData(nameof(NamesOfExcesses))]
    public void An_addition_that_is_deep_or_has_too_many_attributes_is_refused(string name)
    {
        var xml = With(HostileXml.Excesses[name]);

        var (outcome, allocated) = Read(xml);

        outcome.ShouldNotBeOfType<NotificationOutcome.Verified>(name);
        allocated.ShouldBeLessThan(MostFor(xml));
    }

    /// <summary>A document type that is hidden from whoever looks for it in UTF-8. Nothing but UTF-8 is read here, whatever is declared.</summary>
    [Theory]
    [MemberData(nameof(Encodings))]
    public void Another_encoding_hides_nothing(string encoding)
    {
        using var listener = new Listener();
        var document =
            $"<?xml version=\"1.0\" encoding=\"{encoding}\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"{listener.Address}e\">]>{Signed("&e;")}";

        Sut(Encode(document, encoding)).ShouldNotBeOfType<NotificationOutcome.Verified>();
        Sut(Encoding.UTF8.GetBytes(document)).ShouldNotBeOfType<NotificationOutcome.Verified>();
        Sut(Encode(Signed("RF"), encoding)).ShouldNotBeOfType<NotificationOutcome.Verified>();
        listener.HasVisitors.ShouldBeFalse();
    }

    private static (NotificationOutcome Outcome, long Allocated) Read(string xml)
    {
        var bytes = Encoding.UTF8.GetBytes(xml);
        Sut("<warm/>"u8.ToArray());
        var before = GC.GetAllocatedBytesForCurrentThread();
        var outcome = Sut(bytes);
        return (outcome, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static NotificationOutcome Sut(byte[] xml) =>
        new NotificationReader().Read(
            Encoding.ASCII.GetBytes($"notifyResponse={Uri.EscapeDataString(Convert.ToBase64String(xml))}"),
            Merchant
        );

    private static GatewayMerchant Merchant { get; } =
        ClientUnderTest.Merchant(
            new Uri("https://gateway.example/"),
            keys: new GatewayKeys { SecretKeys = [new SecretKey("v1", Vectors.SecretKey)] }
        );

    // Form, Base64, bytes, text, mended text, fields: some thirty copies of what came, whatever it says.
    private static long MostFor(string document) => 2 * 1024 * 1024 + 64L * document.Length;

    private static string Signed(string status) =>
        new SignedAnswer("R", amount: "250.00")
            .With("status", "RF")
            .ToXml()
            .Replace(">RF<", $">{status}<", StringComparison.Ordinal);

    private static byte[] Encode(string text, string encoding) =>
        encoding switch
        {
            "utf-7" => Encoding.ASCII.GetBytes(
                text.Replace("<", "+ADw-", StringComparison.Ordinal).Replace(">", "+AD4-", StringComparison.Ordinal)
            ),
            "utf-16" => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)],
            "utf-16BE" => [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(text)],
            "utf-32" => [0xFF, 0xFE, 0, 0, .. Encoding.UTF32.GetBytes(text)],
            _ => throw new ArgumentOutOfRangeException(nameof(encoding)),
        };

    private static string With(string addition) =>
        Signed("RF").Replace("</PaymentProcessResponse>", $"{addition}</PaymentProcessResponse>", StringComparison.Ordinal);

    /// <summary>A port that remembers whether anybody knocked.</summary>
    private sealed class Listener : IDisposable
    {
        private readonly TcpListener tcp = new(IPAddress.Loopback, 0);

        public Listener() => tcp.Start();

        public string Address => $"http://{tcp.LocalEndpoint}/";

        public bool HasVisitors => tcp.Pending();

        public void Dispose() => tcp.Dispose();
    }
}
