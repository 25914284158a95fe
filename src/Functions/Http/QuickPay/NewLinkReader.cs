using System.Text.Json;
using PaymentGateway.Http.Requests;
using TwoC2P.QuickPay;

namespace PaymentGateway.Http.QuickPay;

/// <summary>Reads requests for links.</summary>
internal static class NewLinkReader
{
    /// <summary>The property that has the link sent at once.</summary>
    public const string Send = "send";

    private const string Prefix = "orderIdPrefix";

    /// <summary>The link; it counts only when nothing was complained about.</summary>
    public static NewLink? Read(JsonElement body, RequestErrors errors, LinkRules rules)
    {
        var reader = new JsonObjectReader(body, "", errors, [Prefix, .. LinkTermsReader.Names, Send]);
        if (!reader.IsObject)
            return null;

        var link = new NewLink(
            reader.Mandatory(Prefix, "Give what the invoice numbers of the payments begin with."),
            reader.LinkTerms(),
            DeliveryOf(reader)
        );
        if (errors.None)
            rules.Check(link, errors);

        return link;
    }

    private static QuickPayDelivery? DeliveryOf(JsonObjectReader reader) =>
        reader.Find(Send) is { } value
        && new JsonObjectReader(value, reader.PathOf(Send), reader.Errors, LinkDeliveryReader.Names) is { IsObject: true } send
            ? send.Delivery()
            : null;
}
