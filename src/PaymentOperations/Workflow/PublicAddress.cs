using PaymentOperations.Operations;
using TwoC2P;

namespace PaymentOperations.Workflow;

/// <summary>Where 2C2P reaches us (setting <c>Public__BaseUrl</c>); never taken from a request.</summary>
public sealed class PublicAddress
{
    /// <summary>2C2P's field <c>notifyURL</c> takes 250 characters; the path that we add takes up to 85 of them.</summary>
    private const int MaxBaseLength = 165;

    /// <summary>https, or http on a loopback host; without the path <c>/api</c>.</summary>
    public string BaseUrl { get; set; } = "";

    /// <summary>What is wrong with it, or null.</summary>
    public string? Problem()
    {
        if (
            !Uri.TryCreate(BaseUrl, UriKind.Absolute, out var uri)
            || uri.Query.Length > 0
            || uri.Fragment.Length > 0
            || uri.UserInfo.Length > 0
            || BaseUrl.Any(char.IsWhiteSpace)
        )
            return "Public__BaseUrl is missing or not an absolute address; give the app's public address, such as https://pay.example.com.";

        if (uri.Scheme != Uri.UriSchemeHttps && !(uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
            return "Public__BaseUrl must be https (http only on a loopback host).";

        return BaseUrl.Length > MaxBaseLength
            ? $"Public__BaseUrl is too long: 2C2P takes notify addresses of 250 characters, so give at most {MaxBaseLength}."
            : null;
    }

    /// <summary>The notifyURL of one operation.</summary>
    internal string NotifyUrl(MerchantId merchantId, OperationId id) =>
        $"{BaseUrl.TrimEnd('/')}/api/notifications/{merchantId}/{id}";
}
