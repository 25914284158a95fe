metadata description = 'How merchants are written in the parameters, and how they become application settings. A test holds the names to local.settings.sample.json.'

import { settingType } from 'types.bicep'

@export()
@description('One merchant. The property names of "settings" are the names of the settings Merchants__{id}__…')
type merchantType = {
  @description('2C2P\'s merchant id, 1 to 15 letters and digits.')
  @minLength(1)
  @maxLength(15)
  id: string
  settings: settingsType
}

@sealed()
@description('Settings of one merchant; local.settings.sample.json says what each means.')
type settingsType = {
  @description('Whether the money is real.')
  Environment: 'live' | 'sandbox'
  @description('Address of 2C2P\'s Payment Action endpoint. Default: by environment and envelope.')
  Endpoint: string?
  @description('Default Base64. Jose is 2C2P\'s new generation.')
  Envelope: ('Base64' | 'Pkcs7' | 'Jose')?
  @description('For Jose: what 2C2P calls the merchant\'s key. Default: nothing is sent.')
  @maxLength(64)
  JoseKeyId: string?
  @description('false for a merchant of the new generation without a secret key. Default true.')
  HasSecretKey: ('true' | 'false')?
  @description('For Jose: whether what moves money carries the operation\'s id. Default false.')
  IdempotencyId: ('true' | 'false')?
  @description('The other envelope, over which reads are asked too while the merchant moves. Default: none.')
  ShadowEnvelope: ('Base64' | 'Pkcs7' | 'Jose')?
  @description('Its address. Default: by environment and envelope.')
  ShadowEndpoint: string?
  @description('Its message version. Default 3.4, with Jose 4.3.')
  @maxLength(5)
  ShadowVersion: string?
  @description('Message version. Default 3.4, with Jose 4.3.')
  @maxLength(5)
  Version: string?
  @description('IANA time zone. Default Asia/Bangkok.')
  TimeZone: string?
  @description('Currency of every payment of the id, ISO 4217 letters. Default: none, as for an id with several.')
  @minLength(3)
  @maxLength(3)
  Currency: string?
  @description('Whether refunds carry our id. Default auto.')
  UserDefined: ('auto' | 'on' | 'off')?
  @description('Default false.')
  NobodyRefundsInPortal: ('true' | 'false')?
  @description('hh:mm:ss. Default: not set.')
  DoneWithin: string?
  @description('The most that the refunds accepted in one of the merchant\'s days may be worth together, in Currency. Default: no cap.')
  DailyRefundValue: string?
  @description('The most recipients that payment links may be sent to on one of its days. Default: no cap.')
  DailyLinkSends: string?
  @description('Where the merchant is told what happened. Default: nowhere; it asks.')
  Webhooks: {
    @description('Address of its receiver: https.')
    Url: string
    @description('Key Vault secret that messages are signed with. Default {merchantId}-webhook-secret.')
    @maxLength(127)
    SecretName: string?
  }?
  @description('Only if 2C2P told you better: API, then name, then value.')
  Protocol: { *: { *: string } }?
}

func plainSettings(merchant merchantType) settingType[] =>
  map(
    filter(items(merchant.settings), setting => setting.key != 'Protocol' && setting.key != 'Webhooks'),
    setting => { name: 'Merchants__${merchant.id}__${setting.key}', value: setting.value }
  )

func protocolSettings(merchant merchantType) settingType[] =>
  flatten(map(
    items(merchant.settings.?Protocol ?? {}),
    api =>
      map(
        items(api.value),
        setting => { name: 'Merchants__${merchant.id}__Protocol__${api.key}__${setting.key}', value: setting.value }
      )
  ))

func webhookSettings(merchant merchantType) settingType[] =>
  map(
    items(merchant.settings.?Webhooks ?? {}),
    setting => { name: 'Merchants__${merchant.id}__Webhooks__${setting.key}', value: setting.value }
  )

@export()
@description('The application settings of all merchants.')
func appSettingsOf(merchants merchantType[]) settingType[] =>
  flatten(map(
    merchants,
    merchant => concat(plainSettings(merchant), webhookSettings(merchant), protocolSettings(merchant))
  ))
