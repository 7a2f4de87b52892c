"""The database's tables as SQLAlchemy models, one file a subject, and the way to open it."""

from models.base import Base, key_of, key_within
from models.correction import Correction, CorrectionReport
from models.country import Country, CountryName, country_key
from models.data_dictionary import DataDictionary
from models.exchange import Exchange, ExchangeReport, Message, MessageReport, Occasion, OccasionPhrase
from models.import_run import ImportRun, Rejection, WebArchive
from models.leader import Leader, LeaderName, LeaderRelation, Office, OfficeTitle, Tenure
from models.milestone import AnniversaryMention, Milestone, MilestoneParty, MilestonePhrase
from models.reading import ReadingBasis, ReadingChange, ReadingPhrase
from models.source_report import Outlet, OutletMark, OutletName, ReportLocator, Sighting, SourceReport
from models.statement import Statement
from models.theme import Theme, ThemeMention, ThemeParty, ThemePhrase
from models.trade import TradeFigure, TradeStatistic, TradeTarget
from models.word import Word

__all__ = [
    "AnniversaryMention",
    "Base",
    "Correction",
    "CorrectionReport",
    "Country",
    "CountryName",
    "DataDictionary",
    "Exchange",
    "ExchangeReport",
    "ImportRun",
    "Leader",
    "LeaderName",
    "LeaderRelation",
    "Message",
    "MessageReport",
    "Milestone",
    "MilestoneParty",
    "MilestonePhrase",
    "Occasion",
    "OccasionPhrase",
    "Office",
    "OfficeTitle",
    "Outlet",
    "OutletMark",
    "OutletName",
    "ReadingBasis",
    "ReadingChange",
    "ReadingPhrase",
    "Rejection",
    "ReportLocator",
    "Sighting",
    "SourceReport",
    "Statement",
    "Tenure",
    "Theme",
    "ThemeMention",
    "ThemeParty",
    "ThemePhrase",
    "TradeFigure",
    "TradeStatistic",
    "TradeTarget",
    "WebArchive",
    "Word",
    "country_key",
    "key_of",
    "key_within",
]
