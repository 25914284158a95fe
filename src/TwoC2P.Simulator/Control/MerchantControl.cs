using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using TwoC2P.Simulator.Envelopes;
using TwoC2P.Simulator.Merchants;

namespace TwoC2P.Simulator.Control;

/// <summary>Registers merchants and certificates, and hands out the gateway's certificate.</summary>
internal static class MerchantControl
{
    public static void MapMerchants(this RouteGroupBuilder control)
    {
        control.MapGet("/gateway-certificate", (GatewayKey key) => Results.Text(key.CertificatePem, "application/x-pem-file"));
        control.MapGet(
            "/merchants",
            (MerchantDirectory merchants) =>
                merchants.All.Select(merchant => new { merchant.Id, HasCertificate = merchant.Certificate is not null })
        );
        control.MapPut("/merchants/{id}", Register);
        control.MapPut("/merchants/{id}/certificate", RegisterCertificateAsync);
    }

    private static IResult Register(string id, NewMerchant body, MerchantDirectory merchants)
    {
        if (string.IsNullOrEmpty(body.SecretKey))
            return ControlApi.Bad("Give the secretKey.");
        merchants.Register(id, body.SecretKey);
        return Results.NoContent();
    }

    private static async Task<IResult> RegisterCertificateAsync(
        string id,
        HttpRequest request,
        MerchantDirectory merchants,
        CancellationToken cancellationToken
    )
    {
        using var reader = new StreamReader(request.Body);
        var pem = await reader.ReadToEndAsync(cancellationToken);
        try
        {
            return merchants.RegisterCertificate(id, X509Certificate2.CreateFromPem(pem))
                ? Results.NoContent()
                : ControlApi.Missing("Register the merchant first: PUT /_control/merchants/{id}.");
        }
        catch (CryptographicException)
        {
            return ControlApi.Bad("The body is one certificate in PEM form.");
        }
    }
}
