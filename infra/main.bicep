metadata description = 'The payment-operations gateway for 2C2P: one function app, its storage, vault, telemetry, alerts and, if wanted, a private network.'

import { merchantType, appSettingsOf } from 'modules/merchants.bicep'
import { alwaysReadyType } from 'modules/function-app.bicep'
import { settingsByNameType } from 'modules/types.bicep'

@description('Short name of this installation, 2 to 8 lower-case letters and digits, beginning with a letter. Part of every resource name.')
@minLength(2)
@maxLength(8)
param name string

@description('What it is for; becomes the tag "environment".')
@allowed(['dev', 'prod'])
param environmentName string

@description('Azure region of everything. It must offer Flex Consumption.')
param location string = resourceGroup().location

@description('2C2P merchants that are served, at least one. Keys and certificates go into the vault, never in here.')
@minLength(1)
param merchants merchantType[]

@description('Where 2C2P reaches the app, without /api: https, at most 165 characters. Empty: the app\'s own azurewebsites.net address.')
@maxLength(165)
param publicBaseUrl string = ''

@description('Optional settings of local.settings.sample.json that belong to no merchant, by name and value. A deployment replaces all settings of the app: what is set by hand in Azure is gone with the next one.')
param settings settingsByNameType = {}

@description('Exact origins of browser pages that may call with a publishable key, such as https://shop.example.com. Empty: none.')
@maxLength(100)
param allowedOrigins string[] = []

@description('Who gets the alerts by e-mail, at most 20 addresses. Empty: alerts only show in the portal.')
@maxLength(20)
param alertEmails string[] = []

@description('Whether storage and vault are reached through a virtual network only. It also gives the calls to 2C2P one fixed address.')
param privateNetwork bool = false

@description('Public addresses (or CIDR ranges) of operators who may still reach storage and vault when privateNetwork is true, such as 203.0.113.7. Their roles decide what they may do.')
@maxLength(20)
param operatorAddresses string[] = []

@description('Address space of that network, a /22 or larger in CIDR notation.')
@minLength(9)
@maxLength(18)
param addressPrefix string = '10.20.0.0/22'

@description('Whether the app and its storage survive the loss of a zone. The region must have zones; alwaysReady should then be at least 2.')
param zoneRedundant bool = false

@description('Most instances that may run at once, 1 to 1000. Each works on up to 12 messages of each queue.')
@minValue(1)
@maxValue(1000)
param maximumInstanceCount int = 40

@description('Instances that are always running, by scale group ("http" or "function:<name>"). Empty: scale to zero.')
@maxLength(10)
param alwaysReady alwaysReadyType[] = []

@description('How long logs and metrics are kept, in days, 30 to 730.')
@minValue(30)
@maxValue(730)
param retentionInDays int = 90

var suffix = uniqueString(resourceGroup().id, name)
var appName = 'func-${name}-${suffix}'
var identityName = 'id-${name}-${suffix}'
var workspaceName = 'log-${name}-${suffix}'
var insightsName = 'appi-${name}-${suffix}'
var networkName = 'vnet-${name}-${suffix}'
var storageName = 'st${name}${suffix}'
var vaultName = 'kv${name}${suffix}'
var packagesContainer = 'packages'
var tags = { application: 'payment-operations', environment: environmentName }

module identity 'modules/identity.bicep' = {
  params: { name: identityName, location: location, tags: tags }
}

module telemetry 'modules/telemetry.bicep' = {
  params: {
    workspaceName: workspaceName
    insightsName: insightsName
    location: location
    tags: tags
    retentionInDays: retentionInDays
    identityName: identityName
  }
  dependsOn: [identity]
}

module network 'modules/network.bicep' = if (privateNetwork) {
  params: { name: networkName, location: location, tags: tags, addressPrefix: addressPrefix }
}

module storage 'modules/storage.bicep' = {
  params: {
    name: storageName
    packagesContainer: packagesContainer
    location: location
    tags: tags
    zoneRedundant: zoneRedundant
    isPrivate: privateNetwork
    operatorAddresses: operatorAddresses
    identityName: identityName
    workspaceName: workspaceName
  }
  dependsOn: [identity, telemetry]
}

module vault 'modules/vault.bicep' = {
  params: {
    name: vaultName
    location: location
    tags: tags
    isPrivate: privateNetwork
    operatorAddresses: operatorAddresses
    identityName: identityName
    workspaceName: workspaceName
  }
  dependsOn: [identity, telemetry]
}

module endpoints 'modules/private-endpoints.bicep' = if (privateNetwork) {
  params: {
    location: location
    tags: tags
    networkName: networkName
    storageName: storageName
    vaultName: vaultName
  }
  dependsOn: [network, storage, vault]
}

// Last: the app starts at once, and then its roles, its secrets' vault and its private ways must be there.
module functionApp 'modules/function-app.bicep' = {
  params: {
    name: appName
    planName: 'plan-${name}-${suffix}'
    location: location
    tags: tags
    identityName: identityName
    storageName: storageName
    packagesContainer: packagesContainer
    vaultName: vaultName
    insightsName: insightsName
    publicBaseUrl: empty(publicBaseUrl) ? 'https://${appName}.azurewebsites.net' : publicBaseUrl
    merchantSettings: appSettingsOf(merchants)
    furtherSettings: settings
    allowedOrigins: allowedOrigins
    networkName: privateNetwork ? networkName : null
    zoneRedundant: zoneRedundant
    maximumInstanceCount: maximumInstanceCount
    alwaysReady: alwaysReady
    workspaceName: workspaceName
  }
  dependsOn: [identity, telemetry, storage, vault, endpoints]
}

module alerts 'modules/alerts.bicep' = {
  params: {
    appName: appName
    location: location
    tags: tags
    emails: alertEmails
    workspaceName: workspaceName
  }
  dependsOn: [telemetry, functionApp]
}

module workbook 'modules/workbook.bicep' = {
  params: { location: location, tags: tags, workspaceName: workspaceName }
  dependsOn: [telemetry]
}

@description('Name of the function app: where the package is deployed to.')
output functionAppName string = appName

@description('Address of the app, without /api.')
output functionAppUrl string = functionApp.outputs.url

@description('Name of the vault: where the merchants\' secrets go.')
output vaultName string = vaultName

@description('The one address that calls to 2C2P come from; empty without a private network, where Azure chooses.')
output outboundAddress string = network.?outputs.outboundAddress ?? ''
