using TwoC2P.Calls;
using TwoC2P.Merchants;
using TwoC2P.Outcomes;

namespace TwoC2P.QuickPay;

/// <inheritdoc cref="IQuickPayClient" />
internal sealed class QuickPayClient(ApiCaller caller) : IQuickPayClient
{
    public Task<GatewayOutcome<GenerateLinkResponse>> GenerateAsync(
        GatewayMerchant merchant,
        GenerateLinkRequest request,
        TimeSpan deadline,
        CancellationToken cancellationToken
    )
    {
        var call = new QuickPayCall<GenerateLinkResponse>(merchant, caller.LocalTime(merchant))
        {
            Verb = "Generate",
            Errors = (settings, now) => QuickPayRequestValidator.Validate(request, settings, now),
            Wire = QuickPayWire.Direct,
            Exchange = QuickPayExchanges.Generate(merchant.Protocol.QuickPay),
            Message = (version, zone) =>
                QuickPayRequestMessages.ForNewLink(request.OrderIdPrefix).With(request.Terms, version, zone),
            Read = QuickPayAnswerMessages.ToGenerateResponse,
            Judge = response => QuickPayMatching.Judge(response, request.OrderIdPrefix, request.Terms),
        };
        return caller.SendAsync(merchant, call.ToApiCall(), deadline, cancellationToken);
    }

    public Task<GatewayOutcome<GenerateLinkResponse>> GenerateAndSendAsync(
        GatewayMerchant merchant,
        GenerateAndSendLinkRequest request,
        TimeSpan deadline,
        CancellationToken cancellationToken
    )
    {
        var call = new QuickPayCall<GenerateLinkResponse>(merchant, caller.LocalTime(merchant))
        {
            Verb = "GenerateAndSend",
            Errors = (settings, now) => QuickPayRequestValidator.Validate(request, settings, now),
            Wire = QuickPayWire.Delivery,
            Exchange = QuickPayExchanges.GenerateAndSend(merchant.Protocol.QuickPay),
            Message = (version, zone) =>
                QuickPayRequestMessages
                    .ForNewLink(request.OrderIdPrefix)
                    .With(request.Terms, version, zone)
                    .With(request.Delivery),
            Read = QuickPayAnswerMessages.ToGenerateResponse,
            Judge = response => QuickPayMatching.Judge(response, request.OrderIdPrefix, request.Terms),
        };
        return caller.SendAsync(merchant, call.ToApiCall(), deadline, cancellationToken);
    }

    public Task<GatewayOutcome<SendLinkResponse>> SendAsync(
        GatewayMerchant merchant,
        SendLinkRequest request,
        TimeSpan deadline,
        CancellationToken cancellationToken
    )
    {
        var call = new QuickPayCall<SendLinkResponse>(merchant, caller.LocalTime(merchant))
        {
            Verb = "Send",
            Errors = (_, _) => QuickPayRequestValidator.Validate(request),
            Wire = QuickPayWire.Delivery,
            Exchange = QuickPayExchanges.Send,
            Message = (_, _) => QuickPayRequestMessages.ForLink(request.QpId).With(request.Delivery),
            Read = (message, _) => QuickPayAnswerMessages.ToSendResponse(message),
            Judge = response => QuickPayMatching.Judge(response, request.QpId),
        };
        return caller.SendAsync(merchant, call.ToApiCall(), deadline, cancellationToken);
    }

    public Task<GatewayOutcome<QueryLinkResponse>> QueryAsync(
        GatewayMerchant merchant,
        QueryLinkRequest request,
        TimeSpan deadline,
        CancellationToken cancellationToken
    )
    {
        var call = new QuickPayCall<QueryLinkResponse>(merchant, caller.LocalTime(merchant))
        {
            Verb = "Query",
            Errors = (_, _) => QuickPayRequestValidator.Validate(request),
            Wire = QuickPayWire.Direct,
            Exchange = QuickPayExchanges.Query(merchant.Protocol.QuickPay),
            Message = (_, _) => QuickPayRequestMessages.ForLink(request.QpId),
            Read = QuickPayAnswerMessages.ToQueryResponse,
            Judge = response => QuickPayMatching.Judge(response, request.QpId),
        };
        return caller.SendAsync(merchant, call.ToApiCall(), deadline, cancellationToken);
    }

    public Task<GatewayOutcome<QuickPayResponse>> UpdateAsync(
        GatewayMerchant merchant,
        UpdateLinkRequest request,
        TimeSpan deadline,
        CancellationToken cancellationToken
    )
    {
        var call = new QuickPayCall<QuickPayResponse>(merchant, caller.LocalTime(merchant))
        {
            Verb = "Update",
            Errors = (settings, now) => QuickPayRequestValidator.Validate(request, settings, now),
            Wire = QuickPayWire.Direct,
            Exchange = QuickPayExchanges.Update(merchant.Protocol.QuickPay),
            Message = (version, zone) => QuickPayRequestMessages.ForLink(request.QpId).With(request.Terms, version, zone),
            Read = (message, _) => QuickPayAnswerMessages.ToResponse(message),
            Judge = response => QuickPayMatching.Judge(response, request.QpId),
        };
        return caller.SendAsync(merchant, call.ToApiCall(), deadline, cancellationToken);
    }

    public Task<GatewayOutcome<QuickPayResponse>> DeleteAsync(
        GatewayMerchant merchant,
        DeleteLinkRequest request,
        TimeSpan deadline,
        CancellationToken cancellationToken
    )
    {
        var call = new QuickPayCall<QuickPayResponse>(merchant, caller.LocalTime(merchant))
        {
            Verb = "Delete",
            Errors = (_, _) => QuickPayRequestValidator.Validate(request),
            Wire = QuickPayWire.Direct,
            Exchange = QuickPayExchanges.Delete,
            Message = (_, _) => QuickPayRequestMessages.ForLink(request.QpId),
            Read = (message, _) => QuickPayAnswerMessages.ToResponse(message),
            Judge = response => QuickPayMatching.Judge(response, request.QpId),
        };
        return caller.SendAsync(merchant, call.ToApiCall(), deadline, cancellationToken);
    }
}
